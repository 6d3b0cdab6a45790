import { err, ok, type Result } from '@/lib/result';
import { type IndexFailure, type IndexState, type ToPage, type ToWorker, toPageSchema } from './protocol';

export interface ReindexProgress {
  /** Articles done, of `total`. */
  readonly articles: number;
  readonly total: number;
}

/** What the client needs of a `Worker`; a test passes a port pair. */
export interface WorkerPort {
  postMessage(message: ToWorker): void;
  terminate(): void;
  addEventListener(
    type: 'message',
    listener: (event: MessageEvent) => void,
    options?: AddEventListenerOptions,
  ): void;
  addEventListener(
    type: 'error' | 'messageerror',
    listener: (event: Event) => void,
    options?: AddEventListenerOptions,
  ): void;
}

export type Reply = Extract<ToPage, { id: number }>;
type Ask = { [T in ToWorker['type']]: Omit<Extract<ToWorker, { type: T }>, 'id'> }[Exclude<
  ToWorker['type'],
  'cancel'
>];

/** One worker, asked by messages. */
export interface SearchWorker {
  /** `read` takes what was asked for out of the reply; `null`: it is none. */
  ask<T>(
    message: Ask,
    read: (reply: Reply) => T | null,
    givenUp: AbortSignal | undefined,
    onProgress?: (progress: ReindexProgress) => void,
  ): Promise<Result<T, IndexFailure>>;
  readonly listeners: Set<(state: IndexState) => void>;
}

/** Talks to a worker until `signal` fires, and ends it then. */
export function openWorker(worker: WorkerPort, signal: AbortSignal): SearchWorker {
  const waiting = new Map<number, (reply: Reply) => void>();
  const listeners = new Set<(state: IndexState) => void>();
  let lastId = 0;
  let broken = false;

  const failAll = () => {
    broken = true;
    for (const [id, settle] of [...waiting])
      settle({ type: 'failed', id, failure: { code: 'worker-failed' } });
  };
  worker.addEventListener('error', failAll, { signal });
  worker.addEventListener('messageerror', failAll, { signal });
  const end = () => {
    worker.terminate();
    failAll();
  };
  signal.addEventListener('abort', end, { once: true });
  worker.addEventListener(
    'message',
    (event) => {
      const parsed = toPageSchema.safeParse(event.data);
      if (!parsed.success) failAll();
      else if (parsed.data.type === 'generation') for (const listen of listeners) listen(parsed.data.state);
      else waiting.get(parsed.data.id)?.(parsed.data);
    },
    { signal },
  );

  function ask<T>(
    message: Ask,
    read: (reply: Reply) => T | null,
    givenUp: AbortSignal | undefined,
    onProgress?: (progress: ReindexProgress) => void,
  ): Promise<Result<T, IndexFailure>> {
    if (broken) return Promise.resolve(err({ code: 'worker-failed' }));
    if (givenUp?.aborted) return Promise.resolve(err({ code: 'aborted' }));
    const id = ++lastId;
    return new Promise((resolve) => {
      const settle = (result: Result<T, IndexFailure>) => {
        waiting.delete(id);
        givenUp?.removeEventListener('abort', cancel);
        resolve(result);
      };
      const cancel = () => {
        worker.postMessage({ type: 'cancel', id });
        settle(err({ code: 'aborted' }));
      };
      givenUp?.addEventListener('abort', cancel, { once: true });
      waiting.set(id, (reply) => {
        if (reply.type === 'progress') return onProgress?.({ articles: reply.articles, total: reply.total });
        if (reply.type === 'failed') return settle(err(reply.failure));
        const value = read(reply);
        settle(value === null ? err({ code: 'worker-failed' }) : ok(value));
      });
      worker.postMessage({ ...message, id } as ToWorker);
    });
  }
  return { ask, listeners };
}
