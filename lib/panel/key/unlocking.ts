import type { PanelDeps } from '../deps';
import type { Store } from '../observable';
import type { PanelState } from '../panel-state';

/** Shows whether the endpoint's key waits for its passphrase, and opens it; `onOpened` is told when it was. */
export function createUnlocking(
  deps: Pick<PanelDeps, 'key'>,
  state: Store<PanelState>,
  signal: AbortSignal,
): (passphrase: string, onOpened: () => void) => Promise<void> {
  deps.key.watchLock((found) => {
    const { lock } = state.get();
    const untried = { isOpening: false, problem: null };
    state.update({ lock: found && { ...untried, ...lock, waitUntil: found.waitUntil } });
  }, signal);

  return async (passphrase, onOpened) => {
    const { lock } = state.get();
    if (!lock || lock.isOpening) return;
    state.update({ lock: { ...lock, isOpening: true, problem: null } });
    const answer = await deps.key.unlock(passphrase);
    const now = state.get().lock;
    const problem = answer === 'not-opened' || answer === 'storage' ? answer : null;
    if (now) state.update({ lock: answer === 'opened' ? null : { ...now, isOpening: false, problem } });
    if (answer === 'opened') onOpened();
  };
}
