/// <reference lib="webworker" />
import { createArticleRepository } from '@/lib/store/articles';
import { FootnoteDatabase } from '@/lib/store/database';
import { createVersionTools } from '../version-tools';
import type { ToWorker } from './messages';
import { serveImport } from './serve';

// Entry of the module worker that a workspace page starts for each import.
declare const self: DedicatedWorkerGlobalScope;

const receive = serveImport((message) => self.postMessage(message), {
  repository: createArticleRepository(new FootnoteDatabase()),
  tools: createVersionTools(),
});
self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  // Thrown outside of the promise, so that the page hears of it as an error of its worker.
  receive(data).catch((error: unknown) => setTimeout(() => reportError(error)));
});
