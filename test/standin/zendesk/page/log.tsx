import { useState } from 'react';
import type { LogItem, TicketView } from './boot';
import { cls, labels, options } from './env';

const shownAtFirst = 10;

/** The conversation, newest ten at first; older ones on demand. */
export function ConversationLog({ ticket }: { ticket: TicketView }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? ticket.items : ticket.items.slice(-shownAtFirst);
  const ordered = options.logOrder === 'desc' ? [...shown].reverse() : shown;
  const more = !isWhole && ticket.items.length > shownAtFirst && (
    <button
      type="button"
      className={cls('more')}
      data-test-id="convolog-show-more-button"
      onClick={() => setWhole(true)}
    >
      {labels.showMore} ({ticket.items.length - shownAtFirst})
    </button>
  );
  return (
    <section className={cls('log')} role="feed" data-test-id="omni-log-container">
      {options.logOrder === 'asc' && more}
      {ordered.map((item) => (
        <Entry key={item.id} item={item} />
      ))}
      {options.logOrder === 'desc' && more}
    </section>
  );
}

function Entry({ item }: { item: LogItem }) {
  return (
    <article
      className={cls('entry', `entry-${item.role}`)}
      data-test-id="omni-log-comment-item"
      data-garden-id="accordions.panel"
    >
      <div className={cls('avatar')} aria-hidden="true">
        {item.sender.slice(0, 1)}
        {item.isAgent && (
          <svg
            aria-hidden="true"
            data-test-id="omni-log-avatar-badge-AgentBadge"
            viewBox="0 0 8 8"
            className={cls('badge')}
          >
            <circle cx="4" cy="4" r="4" />
          </svg>
        )}
      </div>
      <div className={cls('entry-body')}>
        <div className={cls('entry-head')}>
          <span className={cls('sender')} data-test-id="omni-log-item-sender">
            {item.senderId === null ? (
              item.sender
            ) : (
              <a data-test-id="omni-log-comment-user-link" href={`users/${item.senderId}`}>
                {item.sender}
              </a>
            )}
          </span>
          {item.isInternal && (
            <span className={cls('note-tag')} data-test-id="omni-log-internal-note-tag">
              {labels.internal}
            </span>
          )}
          <span className={cls('entry-via')} data-test-id="omni-log-item-via">
            {labels.via[item.via as 'email'] ?? item.via}
          </span>
          <time dateTime={item.at} data-test-id="timestamp-relative">
            {new Intl.DateTimeFormat(options.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
              new Date(item.at),
            )}
          </time>
        </div>
        <Bubble item={item} />
        {item.attachments.map((name) => (
          <div key={name} className={cls('attachment')}>
            {name}
          </div>
        ))}
      </div>
    </article>
  );
}

function Bubble({ item }: { item: LogItem }) {
  const bubble = { className: cls('bubble'), 'data-test-id': 'omni-log-item-message', type: item.role };
  const body = { 'data-test-id': 'omni-log-message-content', 'data-originated-from': item.origin };
  return (
    <div {...bubble}>
      {item.html === null ? (
        <div {...body} className={cls('live')}>
          <span dir="auto">{item.text}</span>
        </div>
      ) : (
        // The stand-in's own seed data; a real log shows the HTML of mails in the same way.
        // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
        <div {...body} dangerouslySetInnerHTML={{ __html: item.html }} />
      )}
    </div>
  );
}
