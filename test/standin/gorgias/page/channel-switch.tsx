import { useState } from 'react';
import { boot, cls } from './start-data';
import { words } from './words';

export type Visibility = 'public' | 'internal';

interface SwitchProps {
  channel: string;
  visibility: Visibility;
  onChange(visibility: Visibility): void;
}

/** How the real switch is marked is unknown, so it comes in several forms; each names the chosen channel. */
export function ChannelSwitch(props: SwitchProps) {
  const { channelSwitch } = boot.options;
  if (channelSwitch === 'none') return null;
  return channelSwitch === 'menu' ? <ChannelMenu {...props} /> : <ChannelButtons {...props} />;
}

const choices: Visibility[] = ['public', 'internal'];

function ChannelButtons({ visibility, onChange }: SwitchProps) {
  const isTabs = boot.options.channelSwitch === 'tabs';
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name.
    <div
      className={cls('ChannelSwitch--group')}
      role={isTabs ? 'tablist' : 'group'}
      aria-label={words.channel}
    >
      {choices.map((choice) => {
        const isChosen = choice === visibility;
        return (
          <button
            key={choice}
            type="button"
            className={cls('ChannelSwitch--choice', isChosen && 'ChannelSwitch--chosen')}
            {...(isTabs ? { role: 'tab', 'aria-selected': isChosen } : { 'aria-pressed': isChosen })}
            onClick={() => onChange(choice)}
          >
            {choice === 'public' ? words.reply : words.internalNote}
          </button>
        );
      })}
    </div>
  );
}

function ChannelMenu({ channel, visibility, onChange }: SwitchProps) {
  const [isOpen, setOpen] = useState(false);
  const name = (choice: Visibility) => (choice === 'internal' ? words.internalNote : nameOf(channel));
  return (
    <div className={cls('ChannelSwitch--menu')}>
      <button
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        className={cls('ChannelSwitch--choice', 'ChannelSwitch--chosen')}
        onClick={() => setOpen(!isOpen)}
      >
        {name(visibility)} ▾
      </button>
      {isOpen && (
        <div role="menu" className={cls('ChannelSwitch--list')}>
          {choices.map((choice) => (
            <button
              key={choice}
              type="button"
              role="menuitem"
              className={cls('ChannelSwitch--choice')}
              onClick={() => {
                setOpen(false);
                onChange(choice);
              }}
            >
              {name(choice)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function nameOf(channel: string): string {
  return channel === 'whatsapp' ? 'WhatsApp' : channel[0]?.toUpperCase() + channel.slice(1).replace('_', ' ');
}
