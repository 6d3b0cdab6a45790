// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import inserter from '@/entrypoints/inserter.content';
import type { HelpdeskPage } from '@/lib/helpdesk/page-contract';
import { createReaders } from '@/lib/helpdesk/readers';
import { findHelpdesk, helpdesks } from '@/lib/helpdesk/registry';
import { ticketSchema } from '@/lib/ticket/ticket';
import { apiAnswering } from '../support/api-answers';

const pages: readonly HelpdeskPage[] = helpdesks;
const { signal } = new AbortController();
const now = () => new Date('2026-11-24T09:00:00Z');
/** Nothing here may be reached by a path that is let through. */
const writesAndElsewhere = [
  '/',
  '/api',
  '/api/',
  '/api/v2/tickets/7',
  '/logout',
  '/access/logout',
  '/standin/x',
  '/api/v2/users/me/session/renew',
  '/api/tickets/7/messages/../../../logout',
];

describe('the helpdesks', () => {
  it('are some, each with an id of its own and a reader', () => {
    expect(pages.length).toBeGreaterThanOrEqual(2);
    expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
    expect(Object.keys(createReaders()).toSorted()).toEqual(pages.map(({ id }) => id).toSorted());
  });

  it('are where the inserter runs, and nowhere else', () => {
    expect([...((inserter.matches ?? []) as string[])].toSorted()).toEqual(
      pages.flatMap(({ matches }) => matches).toSorted(),
    );
    expect(inserter).toMatchObject({ world: 'MAIN' });
  });
});

describe.each(pages.map((page) => [page.name, page] as const))('%s', (_name, page) => {
  const reader = createReaders()[page.id as keyof ReturnType<typeof createReaders>];
  const host = new URL(page.matches[0]?.replace('*.', 'acme.') ?? '').hostname;
  const open = {
    kind: 'ticket',
    helpdesk: page.id,
    account: host,
    ticketId: '7',
    url: `https://${host}/7`,
  } as const;

  it('asks for its own hosts only, over https, in no subframe of others', () => {
    expect(page.matches.length).toBeGreaterThan(0);
    for (const pattern of page.matches) expect(pattern).toMatch(/^https:\/\/\*\.[a-z]+\.com\//);
    expect(findHelpdesk({ hostname: host })).toBe(page);
    expect(() => findHelpdesk({ hostname: 'example.org' })).toThrow();
  });

  it('lets whole paths of its API through and nothing that begins or ends otherwise', () => {
    expect(page.allowedPaths.length).toBeGreaterThan(0);
    for (const path of page.allowedPaths) {
      expect(path.source.startsWith('^\\/api\\/')).toBe(true);
      expect(path.source.endsWith('$')).toBe(true);
      expect(path.flags).toBe('');
    }
    const through = writesAndElsewhere.filter((path) =>
      page.allowedPaths.some((allowed) => allowed.test(path)),
    );
    expect(through).toEqual([]);
  });

  it('finds nothing in a page that is none of its own', () => {
    document.body.innerHTML = '<main><div contenteditable="true">x</div></main>';
    expect(page.findOpenTicket(document, new URL(`https://${host}/elsewhere`))).toEqual({ kind: 'none' });
    expect(page.findComposer(document, '7').found).toBe(false);
    expect(page.findComposerAnchor(document, '7')).toBeNull();
    expect(page.snapshot(document, '7')).toBeNull();
    expect(page.conversationMark(document, '7')).toBeTypeOf('string');
    expect(page.isSendControl(document.body)).toBe(false);
  });

  it('asks only for paths that its page lets through, six at most, and says why it got nothing', async () => {
    const api = apiAnswering({});
    expect(await reader.readTicket(open, api.get, now, signal)).toEqual({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(await reader.findSentReply(open, '2026-11-24T08:00:00Z', api.get, signal)).toEqual({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(api.asked.length).toBeGreaterThan(0);
    expect(api.asked.length).toBeLessThanOrEqual(6);
    for (const path of api.asked) {
      expect(
        page.allowedPaths.some((allowed) => allowed.test(new URL(path, `https://${host}`).pathname)),
      ).toBe(true);
    }
  });

  it('makes a whole ticket of the page alone, every part marked', () => {
    const snapshot = {
      ticketId: '7',
      url: open.url,
      subject: null,
      customerName: null,
      tags: [],
      messages: [
        {
          author: 'customer' as const,
          authorName: 'Rosa',
          visibility: 'public' as const,
          sentAt: null,
          html: '<p>Hello</p>',
        },
      ],
      hasMore: true,
    };
    const ticket = ticketSchema.parse(reader.fromPage(open, snapshot, now));
    expect(ticket.messages[0]).toMatchObject({ text: 'Hello', author: { role: 'customer', name: 'Rosa' } });
    expect(Object.values(ticket.provenance)).not.toContain('api');
    expect(ticket.gaps.length).toBeGreaterThan(0);
  });
});
