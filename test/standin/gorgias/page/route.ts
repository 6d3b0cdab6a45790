import { useEffect, useState } from 'react';
import { boot } from './start-data';

export type Route =
  | { page: 'view'; viewId: string }
  | { page: 'ticket'; ticketId: number; viewId: string | null }
  | { page: 'customer'; customerId: number }
  | { page: 'api-keys' };

export function readRoute(path: string): Route | null {
  const inView = /^\/app\/views\/(\d+)\/(\d+)(?:\/|$)/.exec(path);
  if (inView) return { page: 'ticket', viewId: inView[1] ?? null, ticketId: Number(inView[2]) };
  const direct = /^\/app\/ticket\/(\d+)(?:\/|$)/.exec(path);
  if (direct) return { page: 'ticket', viewId: null, ticketId: Number(direct[1]) };
  const view = /^\/app\/views\/(\d+)\/?$/.exec(path);
  if (view) return { page: 'view', viewId: view[1] ?? '' };
  const customer = /^\/app\/customer\/(\d+)/.exec(path);
  if (customer) return { page: 'customer', customerId: Number(customer[1]) };
  return path.startsWith('/app/settings/api') ? { page: 'api-keys' } : null;
}

const home = `/app/views/${boot.viewId}`;
const listeners = new Set<() => void>();

/** Navigation of the page itself: no load, seen by nobody but the main world. */
export function go(path: string, { replace = false } = {}): void {
  if (path === location.pathname) return;
  if (replace) history.replaceState({}, '', path);
  else history.pushState({}, '', path);
  for (const listener of listeners) listener();
}

/** A ticket opened from the list keeps the view in the address; a direct link keeps its form. */
export function ticketPath(ticketId: number, viewId: string | null): string {
  return viewId === null ? `/app/ticket/${ticketId}` : `/app/views/${viewId}/${ticketId}`;
}

export function useRoute(): Route {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const update = () => setPath(location.pathname);
    listeners.add(update);
    window.addEventListener('popstate', update);
    return () => {
      listeners.delete(update);
      window.removeEventListener('popstate', update);
    };
  }, []);
  const route = readRoute(path);
  useEffect(() => {
    if (!route) go(home, { replace: true });
  }, [route]);
  return route ?? { page: 'view', viewId: String(boot.viewId) };
}
