import type { Claim } from '@/lib/draft/claim';
import type { SentenceToRead } from '@/lib/draft/ledger/second-reading/sentences-to-read';
import type { OpenLedger } from '@/lib/draft/open-ledger';
import type { DraftDocument } from '@/lib/draft/reply/document';
import type { Composer } from '@/lib/model/provider';
import type { WrittenMessage } from '@/lib/ticket/language';
import type { Need } from '@/lib/ticket/need';
import type { Ticket } from '@/lib/ticket/ticket';
import { type Answers, type Ask, ledgersKept, type ToPage, type ToWorker } from './messages';

/**
 * Understanding a ticket, composing without a model and checking claims cost tens of milliseconds each and a megabyte of
 * compiled patterns. None of it may be felt while typing, so all run in a worker of the page.
 */
export interface DraftWorker extends Composer {
  openLedger: OpenLedger;
  deriveNeed(ticket: Ticket): Promise<Need>;
  /** What the customer writes in, BCP 47; `null`: the words do not tell. */
  detectLanguage(messages: readonly WrittenMessage[]): Promise<string | null>;
  /** What a second reading by a model is worth its cost for. */
  sentencesToRead(document: DraftDocument, claims: readonly Claim[]): Promise<readonly SentenceToRead[]>;
}

/** What the client needs of a `Worker`; a test passes a port. */
export interface WorkerPort {
  postMessage(message: ToWorker): void;
  addEventListener(type: string, listener: (event: MessageEvent) => void, options?: object): void;
}

/**
 * `start` is called with the first request or `warmUp`, and again after a worker failed: what it was asked is lost, the
 * next request is not. Until `signal` fires.
 */
export function createDraftWorker(start: () => WorkerPort, signal: AbortSignal): DraftWorker {
  const waiting = new Map<number, { resolve(answer: never): void; reject(error: Error): void }>();
  let port: WorkerPort | null = null;
  let lastId = 0;
  let lastLedger = 0;
  /** Ledgers that the worker remembers, the newest use last: the same rule as at its end. */
  const sent = new Set<number>();

  const failAll = (reason: string) => {
    port = null;
    sent.clear();
    for (const { reject } of waiting.values()) reject(new Error(reason));
    waiting.clear();
  };
  signal.addEventListener('abort', () => failAll('The panel is closing'), { once: true });

  const worker = (): WorkerPort => {
    if (port) return port;
    const started = start();
    const failed = () => {
      if (port === started) failAll('The draft worker failed');
    };
    started.addEventListener('error', failed, { signal });
    started.addEventListener('messageerror', failed, { signal });
    started.addEventListener('message', ({ data }: MessageEvent<ToPage>) => settle(data), { signal });
    port = started;
    return started;
  };
  const settle = (message: ToPage) => {
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if ('failed' in message) asked?.reject(new Error(message.failed));
    else asked?.resolve(message.answer as never);
  };
  const ask = <T extends Ask>(request: T): Promise<Answers[T['type']]> => {
    if (signal.aborted) return Promise.reject(new Error('The panel is closed'));
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker().postMessage({ ...request, id });
    });
  };

  return {
    warmUp: () => void worker(),
    compose: (material) => ask({ type: 'compose', material }),
    deriveNeed: (ticket) => ask({ type: 'need', ticket }),
    detectLanguage: (messages) => ask({ type: 'language', messages }),
    sentencesToRead: (document, claims) => ask({ type: 'sentences-to-read', document, claims }),
    openLedger(input) {
      const ledger = ++lastLedger;
      return {
        check(document, problems) {
          const isNew = !sent.delete(ledger);
          sent.add(ledger);
          for (const oldest of sent) if (sent.size > ledgersKept) sent.delete(oldest);
          return ask({ type: 'check', ledger, input: isNew ? input : null, document, problems });
        },
      };
    },
  };
}
