/// <reference lib="webworker" />
import { createIndexStorage } from '@/lib/store/index-storage';
import type { IndexWriting } from './build-index';
import { SearchEngine } from './engine';
import type { ToPage } from './protocol';
import { serveSearch } from './serve';

// Entry of the module worker that an extension page starts (`start`): one to serve it, and one more whenever the index
// is built anew.
declare const self: DedicatedWorkerGlobalScope;

// Others learn of a new generation here; a channel never hears its own messages.
const channel = new BroadcastChannel('footnote-search-generation');
const post = (message: ToPage) => self.postMessage(message);

const writing: IndexWriting = {
  storage: createIndexStorage(),
  lock: (work) => navigator.locks.request('footnote-search-writer', work),
  announce: (generation) => channel.postMessage(generation),
};
const engine = new SearchEngine({
  ...writing,
  onGeneration: (state) => post({ type: 'generation', state }),
});
const receive = serveSearch(engine, writing, post);
self.addEventListener('message', (event) => receive(event.data));
channel.addEventListener('message', () => {
  // What was asked nothing yet reads the newest when it is: a worker that only builds never reads an index.
  if (!engine.hasStarted) return;
  // A read that fails leaves the index in hand serving; the next message or query reads again.
  void engine.refresh().catch(() => undefined);
});
