import { useCallback, useEffect, useRef, useState } from 'react';
import { boot, cls, delay, hasSkin, labels, options } from './env';
import { navigate, routeOf, usePath } from './navigation';
import { NewTicket } from './new-ticket';
import { TicketPane } from './pane';
import { Rail } from './rail';
import { TabStrip } from './tab-strip';
import { ViewList } from './view-list';

/** Rail, tabs, and one pane per open ticket. The URL moves first; the pane follows. */
export function Shell() {
  const route = routeOf(usePath());
  const [tabs, setTabs] = useState<number[]>(boot.openTickets);
  const [mounted, setMounted] = useState<number[]>([]);
  const pending = useRef(new Set<number>());

  const mountLater = useCallback((id: number) => {
    if (pending.current.has(id)) return;
    pending.current.add(id);
    setTimeout(() => setMounted((old) => [...old, id]), delay(options.mountDelay));
  }, []);

  const routeId = route.kind === 'ticket' ? route.id : null;
  useEffect(() => {
    if (routeId === null) return;
    setTabs((old) => (old.includes(routeId) ? old : [...old, routeId]));
    mountLater(routeId);
  }, [routeId, mountLater]);
  // The pane that is shown follows the URL, so for a moment the two may disagree.
  const [shownId, setShownId] = useState<number | null>(routeId);
  useEffect(() => {
    const timer = setTimeout(() => setShownId(routeId), routeId === null ? 0 : delay(options.switchLag));
    return () => clearTimeout(timer);
  }, [routeId]);
  // Restored tabs mount behind the one that is open.
  useEffect(() => {
    for (const id of boot.openTickets) mountLater(id);
  }, [mountLater]);

  const close = useCallback(
    (id: number) => {
      const rest = tabs.filter((tab) => tab !== id);
      setTabs(rest);
      setMounted((old) => old.filter((tab) => tab !== id));
      pending.current.delete(id);
      const next = rest.at(-1);
      navigate(next === undefined ? '/agent/filters/1' : `/agent/tickets/${next}`);
    },
    [tabs],
  );
  const afterSave = useCallback(
    (id: number) => {
      if (options.postSave === 'close') close(id);
      if (options.postSave === 'next') {
        const next = tabs[(tabs.indexOf(id) + 1) % tabs.length];
        if (next !== undefined) navigate(`/agent/tickets/${next}`);
      }
    },
    [tabs, close],
  );

  const main = hasSkin('old-test-ids')
    ? { className: `main_panes ${cls('panes')}` }
    : { id: 'main_panes', className: cls('panes') };
  return (
    <div className={cls('shell')} data-garden-id="chrome.chrome">
      <Rail />
      <div className={cls('body')}>
        <TabStrip tabs={tabs} selected={routeId} onClose={close} />
        <main {...main} aria-label={labels.conversations}>
          {mounted.map((id) => (
            <TicketPane key={id} id={id} isActive={id === shownId} onSaved={afterSave} />
          ))}
          {route.kind === 'new' && <NewTicket />}
          {(route.kind === 'view' || route.kind === 'dashboard' || route.kind === 'other') && <ViewList />}
        </main>
      </div>
    </div>
  );
}
