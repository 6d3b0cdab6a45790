import { useEffect } from 'react';
import type { TicketRow } from './boot';
import { go, type Route, readRoute, ticketPath, useRoute } from './route';
import { onEvent, useRows } from './server';
import { boot, cls } from './start-data';
import { TicketList } from './ticket-list';
import { TicketPage } from './ticket-page';
import { words } from './words';

export function App() {
  const route = useRoute();
  const rows = useRows();
  useEffect(
    () =>
      onEvent<{ id: number }>('navigate', ({ id }) => {
        const here = readRoute(location.pathname);
        go(ticketPath(id, here && 'viewId' in here ? here.viewId : null));
      }),
    [],
  );
  const viewId = 'viewId' in route ? route.viewId : null;
  return (
    <div className={cls('App--layout')}>
      <div className={cls('App--rail')}>
        <span className={cls('App--logo')}>{boot.account.name[0]}</span>
        <button type="button" aria-label={words.inbox} onClick={() => go(`/app/views/${boot.viewId}`)}>
          ✉
        </button>
        <button type="button" aria-label="Settings" onClick={() => go('/app/settings/api')}>
          ⚙
        </button>
      </div>
      {viewId !== null && (
        <TicketList rows={rows} viewId={viewId} openId={route.page === 'ticket' ? route.ticketId : null} />
      )}
      <Page route={route} rows={rows} />
    </div>
  );
}

function Page({ route, rows }: { route: Route; rows: TicketRow[] }) {
  switch (route.page) {
    case 'ticket':
      return <TicketPage ticketId={route.ticketId} viewId={route.viewId} rows={rows} />;
    case 'customer':
      return (
        <main className={cls('TicketPage--empty')}>
          <h1>Customer {route.customerId}</h1>
        </main>
      );
    case 'api-keys':
      return (
        <main className={cls('TicketPage--empty')}>
          <h1>REST API</h1>
          <p>https://{boot.account.host}/api/</p>
          <p>{boot.agent.email}</p>
        </main>
      );
    case 'view':
      return <main className={cls('TicketPage--empty')}>{words.chooseTicket}</main>;
  }
}
