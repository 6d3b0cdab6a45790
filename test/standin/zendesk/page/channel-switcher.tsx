import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { cls, hasSkin, labels } from './env';

interface Props {
  channel: string;
  choices: string[];
  onChange(channel: string): void;
}

function labelOf(channel: string): string {
  return labels.channels[channel as 'web'] ?? channel;
}

/** The menu is rendered in a portal at the end of the body, outside the pane. */
export function ChannelSwitcher({ channel, choices, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const close = () => setOpen(false);
    document.addEventListener('click', close);
    return () => document.removeEventListener('click', close);
  }, [isOpen]);
  const place = button.current?.getBoundingClientRect();
  return (
    <>
      <button
        ref={button}
        type="button"
        className={cls('switcher', channel === 'internal' && 'switcher-internal')}
        data-test-id="omnichannel-channel-switcher-button"
        {...(!hasSkin('no-channel') && { 'data-channel': channel })}
        aria-label={labelOf(channel)}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={(event) => {
          event.stopPropagation();
          setOpen(!isOpen);
        }}
      >
        {labelOf(channel)} ▾
      </button>
      {isOpen &&
        createPortal(
          <div
            className={cls('menu')}
            role="menu"
            style={{ left: place?.left ?? 0, bottom: innerHeight - (place?.top ?? 0) }}
          >
            {choices.map((choice) => (
              <button
                key={choice}
                type="button"
                role="menuitem"
                className={cls('menu-item')}
                data-test-id={`omnichannel-channel-switcher-menuitem-${choice}`}
                onClick={() => {
                  setOpen(false);
                  if (choice !== channel) onChange(choice);
                }}
              >
                {choice === 'web' ? labels.publicReply : labelOf(choice)}
              </button>
            ))}
          </div>,
          document.body,
        )}
    </>
  );
}
