/// <reference lib="webworker" />
import { createIndexStorage } from '@/lib/store/index-storage';
import { SearchEngine, type WriterLock } from './engine';
import type { ToPage } from './protocol';
import { serveSearch } from './serve';

// Entry of the module worker that an extension page starts:
// new Worker(new URL('@/lib/search/worker/search.worker.ts', import.meta.url), { type: 'module' })
declare const self: DedicatedWorkerGlobalScope;

const lock: WriterLock = (work) => navigator.locks.request('footnote-search-writer', work);
// Other windows learn of a new generation here; a channel never hears its own messages.
const channel = new BroadcastChannel('footnote-search-generation');
const post = (message: ToPage) => self.postMessage(message);

const engine = new SearchEngine({
  storage: createIndexStorage(),
  lock,
  onGeneration(state, own) {
    if (own) channel.postMessage(state.generation);
    post({ type: 'generation', state });
  },
});
const receive = serveSearch(engine, post);
self.addEventListener('message', (event) => receive(event.data));
// A read that fails leaves the index in hand serving; the next message or query reads again.
channel.addEventListener('message', () => void engine.refresh().catch(() => undefined));
