/** A new import worker of this page; it ends with `signal` at the latest. */
export function startImportWorker(signal: AbortSignal): Worker {
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
  signal.addEventListener('abort', () => worker.terminate(), { once: true });
  return worker;
}
