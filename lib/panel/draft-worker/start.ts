import { createDraftWorker, type DraftWorker } from './client';

/** The draft worker of this page; it ends with `signal`. */
export function startDraftWorker(signal: AbortSignal): DraftWorker {
  return createDraftWorker(() => {
    const worker = new Worker(new URL('./draft.worker.ts', import.meta.url), { type: 'module' });
    signal.addEventListener('abort', () => worker.terminate());
    return worker;
  }, signal);
}
