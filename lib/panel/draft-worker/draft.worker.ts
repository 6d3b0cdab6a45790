/// <reference lib="webworker" />
import type { ToWorker } from './messages';
import { serveDrafts } from './serve';

// Entry of the module worker that a panel starts for its drafts.
declare const self: DedicatedWorkerGlobalScope;

const receive = serveDrafts((message) => self.postMessage(message));
self.addEventListener('message', (event: MessageEvent<ToWorker>) => void receive(event.data));
