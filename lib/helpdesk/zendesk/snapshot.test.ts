// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { ticketFromPage } from '../from-page';
import { zendeskPage } from './page';

const item = (type: string, name: string, at: string, html: string, extra = '') =>
  `<article data-test-id="omni-log-comment-item">${extra}<span data-test-id="omni-log-item-sender">${name}</span><time datetime="${at}">now</time>
   <div data-test-id="omni-log-item-message" type="${type}"><div data-test-id="omni-log-message-content"><div class="zd-comment">${html}</div></div></div></article>`;

const note = '<span data-test-id="omni-log-internal-note-tag">Intern</span>';

function show(items: string[], more = ''): void {
  document.body.innerHTML = `<div data-test-id="ticket-7-standard-layout" data-is-active="true"><ul><li data-test-id="ticket-system-field-tags-item-selected">vip</li></ul>
    <div data-side-conversations-anchor-id="7"><input data-test-id="omni-header-subject" value="Where is it?">
    <section role="feed" data-test-id="omni-log-container">${items.join('')}${more}</section></div></div>
    <div style="visibility:hidden" data-side-conversations-anchor-id="8">${item('end-user', 'Other', '2026-11-01T00:00:00Z', 'hidden')}</div>`;
}

const items = [
  item('agent', 'Kim', '2026-11-20T10:00:00Z', '<p>On Monday.</p>'),
  item(
    'end-user',
    'Rosa Lind',
    '2026-11-20T09:00:00Z',
    '<p>Where is it?</p><div class="gmail_quote">old words</div>',
  ),
  item('internal', 'Lee', '2026-11-20T11:00:00Z', '<p>Refund if lost.</p>', note),
];

describe('the conversation as the page shows it', () => {
  it('is read in order of time, notes apart, and nothing of hidden tickets', () => {
    show(items);
    const snapshot = zendeskPage.snapshot(document, '7');
    expect(snapshot).toMatchObject({
      subject: 'Where is it?',
      customerName: 'Rosa Lind',
      tags: ['vip'],
      hasMore: false,
    });
    expect(
      snapshot?.messages.map(({ author, visibility, authorName }) => [author, visibility, authorName]),
    ).toEqual([
      ['customer', 'public', 'Rosa Lind'],
      ['agent', 'public', 'Kim'],
      ['agent', 'internal', 'Lee'],
    ]);
  });

  it('becomes a ticket whose fields say that they are from the page', () => {
    show(items, '<button data-test-id="convolog-show-more-button">more</button>');
    const snapshot = zendeskPage.snapshot(document, '7');
    if (!snapshot) throw new Error('no snapshot');
    const open = {
      kind: 'ticket',
      helpdesk: 'zendesk',
      account: 'acme.zendesk.com',
      ticketId: '7',
      url: 'https://acme.zendesk.com/agent/tickets/7',
    } as const;
    const ticket = ticketFromPage(open, snapshot, () => new Date('2026-11-24T00:00:00Z'));
    expect(ticket.messages[0]).toMatchObject({
      text: 'Where is it?',
      quoted: 'old words',
      sentAt: '2026-11-20T09:00:00Z',
    });
    expect(ticket.provenance).toMatchObject({
      subject: 'page',
      messages: 'page',
      orders: 'absent',
      status: 'absent',
    });
    expect(ticket.gaps).toContain('Older messages may be missing.');
  });

  it('has a mark that stays when it is drawn anew and changes with a new entry', () => {
    show(items);
    const before = zendeskPage.conversationMark(document, '7');
    show([...items].reverse());
    expect(zendeskPage.conversationMark(document, '7')).toBe(before);
    show([...items, item('end-user', 'Rosa Lind', '2026-11-21T09:00:00Z', '<p>Hello?</p>')]);
    expect(zendeskPage.conversationMark(document, '7')).not.toBe(before);
    expect(before).not.toContain('Where');
  });
});
