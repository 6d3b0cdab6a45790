import type { TicketRow } from './boot';
import { go, ticketPath } from './route';
import { cls } from './start-data';
import { when, words } from './words';

interface TicketListProps {
  rows: TicketRow[];
  viewId: string;
  openId: number | null;
}

export function TicketList({ rows, viewId, openId }: TicketListProps) {
  return (
    <nav className={cls('TicketList--container')} aria-label={words.inbox}>
      <div className={cls('TicketList--head')}>
        <strong>{words.inbox}</strong>
        <span className={cls('TicketList--count')}>{rows.length}</span>
      </div>
      <input
        type="search"
        className={cls('TicketList--search')}
        placeholder={words.search}
        aria-label={words.search}
      />
      <div className={cls('TicketList--rows')}>
        {rows.map((row) => {
          const path = ticketPath(row.id, viewId);
          return (
            <a
              key={row.id}
              href={path}
              className={cls('TicketList--row', row.id === openId && 'TicketList--open')}
              {...(row.id === openId && { 'aria-current': 'page' as const })}
              onClick={(event) => {
                event.preventDefault();
                go(path);
              }}
            >
              <span className={cls('TicketList--customer')}>
                {row.isUnread && <i className={cls('TicketList--unread')} />}
                {row.customer || '—'}
                <time dateTime={row.updatedAt}>{when(row.updatedAt)}</time>
              </span>
              <span className={cls('TicketList--subject')}>{row.subject}</span>
              <span className={cls('TicketList--excerpt')}>{row.excerpt}</span>
            </a>
          );
        })}
      </div>
    </nav>
  );
}
