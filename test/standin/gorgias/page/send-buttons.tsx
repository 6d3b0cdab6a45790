import type { SyntheticEvent } from 'react';
import { boot, cls } from './start-data';
import { words } from './words';

interface SendButtonsProps {
  isBusy: boolean;
  onSend(event: SyntheticEvent, close: boolean): void;
}

/** Nobody documents how the real buttons are named: by text, by `aria-label`, or as icons with a tooltip. */
export function SendButtons({ isBusy, onSend }: SendButtonsProps) {
  return (
    <div className={cls('SendButtons--group')}>
      <SendButton name={words.sendClose} icon="➤✓" isBusy={isBusy} onPress={(event) => onSend(event, true)} />
      <SendButton
        name={words.send}
        icon="➤"
        isMain
        isBusy={isBusy}
        onPress={(event) => onSend(event, false)}
      />
    </div>
  );
}

interface SendButtonProps {
  name: string;
  icon: string;
  isMain?: boolean;
  isBusy: boolean;
  onPress(event: SyntheticEvent): void;
}

function SendButton({ name, icon, isMain, isBusy, onPress }: SendButtonProps) {
  const { sendLabel } = boot.options;
  return (
    <button
      type="button"
      className={cls('SendButtons--button', isMain && 'SendButtons--main')}
      disabled={isBusy}
      onClick={onPress}
      {...(sendLabel === 'aria-label' && { 'aria-label': name })}
      {...(sendLabel === 'icon' && { title: name })}
    >
      {sendLabel === 'text' ? name : <span aria-hidden="true">{icon}</span>}
    </button>
  );
}
