import { useSyncExternalStore } from 'react';

/** Whether keys come to this page. In a side panel they often go to the page beside it. */
export function useHasFocus(): boolean {
  return useSyncExternalStore(subscribe, () => document.hasFocus());
}

function subscribe(onChange: () => void): () => void {
  const stop = new AbortController();
  for (const type of ['focus', 'blur']) window.addEventListener(type, onChange, { signal: stop.signal });
  return () => stop.abort();
}
