import { useEffect, useState } from 'react';
import type { TicketRow } from './boot';
import { Composer } from './composer';
import { go, ticketPath } from './route';
import { onEvent, useTicket } from './server';
import { Sidebar } from './sidebar';
import { boot, cls } from './start-data';
import { Thread } from './thread';
import { words } from './words';

interface TicketPageProps {
  ticketId: number;
  viewId: string | null;
  rows: TicketRow[];
}

export function TicketPage({ ticketId, viewId, rows }: TicketPageProps) {
  const ticket = useTicket(ticketId);
  if (ticket === undefined) return <main className={cls('TicketPage--empty')}>{words.loading}…</main>;
  if (ticket === null) return <main className={cls('TicketPage--empty')}>{words.missing}</main>;
  const goOn = () => {
    // The agent may already be elsewhere when the sending is done.
    if (boot.options.afterClose !== 'next' || !location.pathname.includes(`/${ticketId}`)) return;
    const next = rows.find(({ id, status }) => id !== ticketId && status === 'open');
    if (next) go(ticketPath(next.id, viewId));
  };
  return (
    <>
      <main className={cls('TicketPage--main')}>
        <header className={cls('TicketPage--header')}>
          <nav aria-label="Breadcrumbs" className={cls('Breadcrumbs--nav')}>
            <Crumb path={`/app/views/${viewId ?? boot.viewId}`} text={words.inbox} /> /{' '}
            <Crumb path={`/app/customer/${ticket.customer.id}`} text={ticket.customer.name} />
          </nav>
          <h1 className={cls('TicketPage--subject')}>{ticket.subject}</h1>
          <div className={cls('TicketPage--facts')}>
            <span className={cls('TicketPage--status')}>
              {ticket.status === 'open' ? words.openStatus : words.closedStatus}
            </span>
            <span>{ticket.channel}</span>
            <span>
              {words.assignee}: {ticket.assignee}
            </span>
            {ticket.tags.map((tag) => (
              <span key={tag} className={cls('TicketPage--tag')}>
                {tag}
              </span>
            ))}
          </div>
        </header>
        <Thread key={`thread-${ticket.id}`} bubbles={ticket.bubbles} />
        <Presence ticketId={ticket.id} />
        <Composer key={`composer-${ticket.id}`} ticket={ticket} onClosed={goOn} />
      </main>
      <Sidebar ticket={ticket} />
    </>
  );
}

function Crumb({ path, text }: { path: string; text: string }) {
  return (
    <a
      href={path}
      onClick={(event) => {
        event.preventDefault();
        go(path);
      }}
    >
      {text}
    </a>
  );
}

/** The bar that tells of another agent on the same ticket. */
function Presence({ ticketId }: { ticketId: number }) {
  const [presence, setPresence] = useState(boot.options.presence);
  useEffect(() => onEvent('presence', setPresence), []);
  if (presence?.ticketId !== ticketId) return null;
  return (
    <div className={cls('Presence--bar')} role="status">
      {presence.name} {presence.state === 'editing' ? words.editing : words.viewing}
    </div>
  );
}
