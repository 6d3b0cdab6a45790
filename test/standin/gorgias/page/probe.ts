import type { PageProbe } from './boot';
import type { EditorHandle } from './editors/contract';

declare global {
  interface Window {
    __standin: PageProbe;
  }
}

const handles = new Map<'public' | 'internal', EditorHandle>();

/** Makes `window.__standin` and counts errors that nobody catches. */
export function installProbe(): void {
  window.__standin = {
    errors: [],
    mounts: 0,
    renders: 0,
    model: (visibility) => {
      const handle = visibility ? handles.get(visibility) : [...handles.values()][0];
      return handle?.read() ?? null;
    },
  };
  window.addEventListener('error', ({ message }) => window.__standin.errors.push(message));
  window.addEventListener('unhandledrejection', ({ reason }) => window.__standin.errors.push(String(reason)));
}

export function showToProbe(visibility: 'public' | 'internal', handle: EditorHandle): () => void {
  handles.set(visibility, handle);
  window.__standin.mounts += 1;
  return () => {
    if (handles.get(visibility) === handle) handles.delete(visibility);
  };
}
