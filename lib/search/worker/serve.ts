import * as z from 'zod/mini';
import type { Result } from '@/lib/result';
import { buildIndex, type IndexWriting } from './build-index';
import type { SearchEngine } from './engine';
import { type IndexFailure, type IndexState, type ToPage, type ToWorker, toWorkerSchema } from './protocol';

/** Enough of a malformed message to answer it. */
const namedSchema = z.object({ id: z.number() });

/** Answers messages of one page with an engine. Unknown messages are refused, never guessed at. */
export function serveSearch(
  engine: SearchEngine,
  writing: IndexWriting,
  post: (message: ToPage) => void,
): (data: unknown) => void {
  const running = new Map<number, AbortController>();

  async function answer(
    message: Exclude<ToWorker, { type: 'cancel' }>,
    signal: AbortSignal,
  ): Promise<ToPage> {
    const { id } = message;
    const stateOrFailure = (result: Result<IndexState, IndexFailure>): ToPage =>
      result.ok ? { type: 'state', id, state: result.value } : { type: 'failed', id, failure: result.error };
    switch (message.type) {
      case 'search':
        return { type: 'found', id, result: await engine.search(message.request) };
      case 'suggest':
        return { type: 'found', id, result: await engine.suggest(message.request) };
      case 'explain':
        return { type: 'explained', id, explanations: await engine.explain(message.request) };
      case 'prepare-meaning':
        return { type: 'state', id, state: await engine.prepareMeaning(message.space) };
      case 'state':
        return { type: 'state', id, state: await engine.state() };
      case 'build': {
        const onProgress = (articles: number, total: number) =>
          post({ type: 'progress', id, articles, total });
        const built = await buildIndex(writing, onProgress, signal);
        return built.ok ? { type: 'built', id } : { type: 'failed', id, failure: built.error };
      }
      case 'refresh':
        return { type: 'state', id, state: await engine.refresh() };
      case 'update': {
        const updated = await engine.update(message.articleIds, signal);
        // After the answer, so that nobody waits for it. A merge that fails changes nothing but speed, and the next
        // edit tries again: there is nobody to tell.
        void Promise.resolve()
          .then(() => engine.merge())
          .catch(() => undefined);
        return stateOrFailure(updated);
      }
    }
  }

  return (data) => {
    const parsed = toWorkerSchema.safeParse(data);
    if (!parsed.success) {
      const named = namedSchema.safeParse(data);
      if (named.success) post({ type: 'failed', id: named.data.id, failure: { code: 'malformed' } });
      return;
    }
    const message = parsed.data;
    if (message.type === 'cancel') return running.get(message.id)?.abort();
    const stop = new AbortController();
    running.set(message.id, stop);
    // A turn of the event loop first: a cancel that is already queued is heard before the work starts.
    void new Promise<void>((resolve) => setTimeout(resolve))
      .then(() => (stop.signal.aborted ? null : answer(message, stop.signal)))
      .catch((): ToPage => ({ type: 'failed', id: message.id, failure: { code: 'read-failed' } }))
      .then((reply) => {
        running.delete(message.id);
        if (reply && !stop.signal.aborted) post(reply);
      });
  };
}
