import type { ImportSurroundings } from '../importing/run-request';
import { runRequest } from '../importing/run-request';
import type { Answers, Question, ToPage, ToWorker } from './messages';

/** Runs the one import that a page asks for. Rejects when the import breaks, which only a mistake of ours can make it do. */
export function serveImport(
  post: (message: ToPage) => void,
  surroundings: Omit<ImportSurroundings, 'page'>,
): (message: ToWorker) => Promise<void> {
  const stop = new AbortController();
  const waiting = new Map<number, { resolve(answer: never): void; reject(error: Error): void }>();
  let lastId = 0;
  const ask = <Q extends Question>(question: Q): Promise<Answers[Q['about']]> => {
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      post({ type: 'ask', id, question });
    });
  };
  const page: ImportSurroundings['page'] = {
    convert: (html) => ask({ about: 'html', html }),
    apiOf: (tabId) => (path) => ask({ about: 'api', tabId, path }),
  };

  return async (message) => {
    switch (message.type) {
      case 'run': {
        const { request, dryRun, decisions } = message;
        const onProgress = (progress: Extract<ToPage, { type: 'progress' }>['progress']) =>
          post({ type: 'progress', progress });
        const options = { signal: stop.signal, dryRun, decisions, onProgress };
        post({ type: 'done', report: await runRequest(request, options, { page, ...surroundings }) });
        return;
      }
      case 'stop':
        return stop.abort();
      default: {
        const asked = waiting.get(message.id);
        waiting.delete(message.id);
        if (message.type === 'answer') asked?.resolve(message.answer as never);
        else asked?.reject(new Error(message.reason));
      }
    }
  };
}
