import { useEffect } from 'react';
import type { SubmitStatus } from './submit-group';

const keys: Record<string, SubmitStatus> = {
  KeyO: 'open',
  KeyP: 'pending',
  KeyD: 'hold',
  KeyS: 'solved',
};

/** Ctrl+Alt+O, P, D, S: the helpdesk's own keys, for the ticket that is open. */
export function useSubmitKeys(
  isActive: boolean,
  onSubmit: (status: SubmitStatus, isTrusted: boolean) => void,
): void {
  useEffect(() => {
    if (!isActive) return;
    const press = (event: KeyboardEvent) => {
      const status = event.ctrlKey && event.altKey ? keys[event.code] : undefined;
      if (!status) return;
      event.preventDefault();
      onSubmit(status, event.isTrusted);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isActive, onSubmit]);
}
