import { useSyncExternalStore } from 'react';

export type Route =
  | { kind: 'ticket'; id: number }
  | { kind: 'new' }
  | { kind: 'view' }
  | { kind: 'dashboard' }
  | { kind: 'other' };

const listeners = new Set<() => void>();

/** The shell's only way to another page: a `pushState` inside the one document, never a load. */
export function navigate(path: string): void {
  if (path !== location.pathname + location.search) history.pushState({}, '', path);
  for (const listener of listeners) listener();
}

export function routeOf(path: string): Route {
  const id = /^\/agent\/tickets\/(\d+)(?:\/events)?\/?$/.exec(path)?.[1];
  if (id) return { kind: 'ticket', id: Number(id) };
  if (path.startsWith('/agent/tickets/new')) return { kind: 'new' };
  if (path.startsWith('/agent/filters/')) return { kind: 'view' };
  if (path.startsWith('/agent/dashboard')) return { kind: 'dashboard' };
  return { kind: 'other' };
}

export function usePath(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      addEventListener('popstate', listener);
      return () => {
        listeners.delete(listener);
        removeEventListener('popstate', listener);
      };
    },
    () => location.pathname,
  );
}
