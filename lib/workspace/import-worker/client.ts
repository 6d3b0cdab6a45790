import { brokenReport, type ImportReport } from '@/lib/knowledge/import/report';
import type { ImportProgress } from '@/lib/knowledge/import/run-import';
import type { ImportRequest, ImportRun } from '../deps';
import type { ImportPage } from '../importing/run-request';
import type { Answers, Question, ToPage, ToWorker } from './messages';

/** What the client needs of a `Worker`; a test passes a port. */
export interface WorkerPort {
  postMessage(message: ToWorker): void;
  addEventListener(type: string, listener: (event: MessageEvent) => void): void;
  terminate(): void;
}

/**
 * Runs an import in a worker that `start` starts and that ends with it. Reading and writing 50 MB leaves some 100 MB of
 * room that an engine keeps for later; of a worker that ended nothing is kept.
 */
export function runInWorker(
  start: () => WorkerPort,
  page: ImportPage,
  now: () => string,
  request: ImportRequest,
  { signal, dryRun, decisions, onProgress }: ImportRun,
): Promise<ImportReport> {
  const startedAt = now();
  const worker = start();
  let last: ImportProgress | null = null;

  const answer = (question: Question): Promise<Answers[Question['about']]> | Answers[Question['about']] => {
    switch (question.about) {
      case 'html':
        return page.convert(question.html);
      case 'api':
        return page.apiOf(question.tabId)(question.path, signal);
    }
  };
  const reply = async (id: number, question: Question) => {
    try {
      worker.postMessage({ type: 'answer', id, answer: await answer(question) });
    } catch (error) {
      // Told to the worker, whose import breaks by it.
      worker.postMessage({ type: 'no-answer', id, reason: String(error) });
    }
  };

  return new Promise((resolve) => {
    const stop = () => worker.postMessage({ type: 'stop' });
    const end = (report: ImportReport) => {
      signal.removeEventListener('abort', stop);
      worker.terminate();
      resolve(report);
    };
    const broke = () => end(brokenReport(request.importer, startedAt, now(), dryRun, last));
    worker.addEventListener('error', broke);
    worker.addEventListener('messageerror', broke);
    worker.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
      if (data.type === 'ask') void reply(data.id, data.question);
      else if (data.type === 'done') end(data.report);
      else {
        last = data.progress;
        onProgress(data.progress);
      }
    });
    worker.postMessage({ type: 'run', request, dryRun, decisions });
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
