import { cls, labels } from './env';
import { Link } from './link';

export function Rail() {
  return (
    <nav className={cls('rail')} aria-label={labels.home}>
      <Link href="/agent/dashboard" aria-label={labels.home} className={cls('rail-item')}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2 8l6-5 6 5v6H9.5v-4h-3v4H2z" />
        </svg>
      </Link>
      <Link href="/agent/filters/1" aria-label={labels.views} className={cls('rail-item')}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2 3h12v2H2zm0 4h12v2H2zm0 4h12v2H2z" />
        </svg>
      </Link>
      <Link href="/agent/tickets/new/1" aria-label={`+ ${labels.ticket}`} className={cls('rail-item')}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M7 2h2v5h5v2H9v5H7V9H2V7h5z" />
        </svg>
      </Link>
    </nav>
  );
}
