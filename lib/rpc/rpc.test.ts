import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MessageBus } from '@/test/support/message-bus';
import { until } from '@/test/support/until';
import { askBackground } from './ask-background';
import { createTabClient } from './client';
import type { Output } from './contract';
import { serveRpc } from './serve';
import { type PageHandlers, servePage } from './serve-page';

const held = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('wxt/browser', () => held);

let bus: MessageBus;
let page: AbortController;
const { signal } = new AbortController();

beforeEach(() => {
  bus = new MessageBus();
  Object.assign(held.browser, bus.browser);
  page = new AbortController();
});

const none = { kind: 'none' } as const;
const snapshot = {
  ticketId: '7',
  url: 'https://acme.zendesk.com/agent/tickets/7',
  subject: null,
  customerName: null,
  tags: [],
  messages: [],
  hasMore: false,
};

function serve(over: Partial<PageHandlers> = {}): void {
  const handlers: PageHandlers = {
    'page.watch': async function* () {
      yield { type: 'open', open: none };
      yield { type: 'activity', ticketId: '7' };
    },
    'api.get': async function* () {
      yield { ok: false, error: 'network' };
    },
    'page.snapshot': async ({ ticketId }) => ({ ...snapshot, subject: `Ticket ${ticketId}` }),
    'page.focused': async () => true,
    'composer.read': async () => ({ found: false, reason: 'missing' }),
    'composer.insert': async () => ({ ok: false, error: { code: 'busy' } }),
    ...over,
  };
  servePage(handlers, page.signal);
}

const client = createTabClient(1);

async function collect(run: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const each of run) all.push(each);
  return all;
}

describe('a call', () => {
  it('is answered with what the page gave', async () => {
    serve();
    const answer = await client.call('page.snapshot', { ticketId: '7' }, signal);
    expect(answer).toMatchObject({ ok: true, value: { subject: 'Ticket 7' } });
  });

  it('finds nobody on a page without the content script', async () => {
    expect(await client.call('composer.read', {}, signal)).toEqual({
      ok: false,
      error: { code: 'unreachable' },
    });
  });

  it('finds nobody after the page stopped serving', async () => {
    serve();
    page.abort();
    expect(await client.call('composer.read', {}, signal)).toEqual({
      ok: false,
      error: { code: 'unreachable' },
    });
  });

  it('names an answer of another shape', async () => {
    serve({ 'page.focused': async () => true, 'composer.read': async () => ({ found: 'maybe' }) as never });
    expect(await client.call('composer.read', {}, signal)).toEqual({
      ok: false,
      error: { code: 'malformed', method: 'composer.read' },
    });
  });

  it('names an input of another shape', async () => {
    serve();
    expect(await client.call('page.snapshot', { ticketId: 7 } as never, signal)).toEqual({
      ok: false,
      error: { code: 'malformed', method: 'page.snapshot' },
    });
  });

  it('ends for the asker when the asker stops waiting', async () => {
    serve({ 'page.focused': async () => true, 'composer.read': () => new Promise(() => {}) });
    const asking = new AbortController();
    const answer = client.call('composer.read', {}, asking.signal);
    asking.abort();
    expect(await answer).toEqual({ ok: false, error: { code: 'aborted' } });
  });

  it.each([
    [
      'another extension',
      { id: 'other', origin: 'chrome-extension://other', url: 'chrome-extension://other/x.html' },
    ],
    [
      'a content script',
      { id: 'footnote', origin: 'https://acme.zendesk.com', url: 'https://acme.zendesk.com/agent' },
    ],
    ['an opaque origin', { id: 'footnote', origin: 'null', url: 'about:blank' }],
    [
      'a page whose name begins like ours',
      {
        id: 'footnote',
        origin: 'chrome-extension://footnote.evil',
        url: 'chrome-extension://footnote.evil/',
      },
    ],
  ])('of %s to a page is left without an answer', async (_who, sender) => {
    const read = vi.fn(async () => ({ found: false, reason: 'missing' }) as const);
    serve({ 'page.focused': async () => true, 'composer.read': read });
    bus.sender = sender;
    expect(await client.call('composer.read', {}, signal)).toEqual({
      ok: false,
      error: { code: 'unreachable' },
    });
    expect(read).not.toHaveBeenCalled();
  });
});

describe('the one question of a content script', () => {
  it('is heard by the background, with the tab it came from', async () => {
    const asked: unknown[] = [];
    serveRpc(
      { 'panel.open': async (input, { tab }) => ({ opened: asked.push([input, tab]) > 0 }) },
      page.signal,
    );
    bus.sender = {
      id: 'footnote',
      origin: 'https://acme.zendesk.com',
      url: 'https://acme.zendesk.com/agent',
      tab: { id: 4, windowId: 2 },
    };
    expect(await askBackground('panel.open', { draft: true })).toBe(true);
    expect(asked).toEqual([[{ draft: true }, { id: 4, windowId: 2 }]]);
  });

  it('is not heard from anywhere else', async () => {
    serveRpc({ 'panel.open': async () => ({ opened: true }) }, page.signal);
    expect(await askBackground('panel.open', { draft: true })).toBe(false);
  });
});

describe('a stream', () => {
  it('yields every part and ends without a failure', async () => {
    serve();
    expect(await collect(client.open('page.watch', {}, signal))).toEqual([
      { ok: true, value: { type: 'open', open: none } },
      { ok: true, value: { type: 'activity', ticketId: '7' } },
    ]);
  });

  it('stops the page’s work when the asker leaves the loop', async () => {
    let isStopped = false;
    serve({
      'page.watch': async function* (_input, context) {
        context.signal.addEventListener('abort', () => (isStopped = true));
        for (;;) yield { type: 'activity', ticketId: '7' } satisfies Output<'page.watch'>;
      },
    });
    for await (const part of client.open('page.watch', {}, signal)) {
      expect(part.ok).toBe(true);
      break;
    }
    await until(() => expect(isStopped).toBe(true));
  });

  it('that is cut is a failure, not an end', async () => {
    serve({
      'page.watch': async function* () {
        yield { type: 'open', open: none } as const;
        queueMicrotask(() => bus.cut());
        await new Promise(() => {});
      },
    });
    expect((await collect(client.open('page.watch', {}, signal))).at(-1)).toEqual({
      ok: false,
      error: { code: 'closed' },
    });
  });

  it('of a script that an update left behind stops without a word', async () => {
    let isStopped = false;
    serve({
      'page.watch': async function* () {
        try {
          yield { type: 'open', open: none } as const;
          bus.cut();
          Object.assign(bus.browser.runtime, { id: undefined });
          // What is thrown from here on would be an error of the helpdesk's page.
          yield { type: 'activity', ticketId: '7' } as const;
        } finally {
          isStopped = true;
        }
      },
    });
    expect((await collect(client.open('page.watch', {}, signal))).at(-1)).toMatchObject({ ok: false });
    await until(() => expect(isStopped).toBe(true));
  });

  it('finds nobody on a page without the content script', async () => {
    expect(await collect(client.open('page.watch', {}, signal))).toEqual([
      { ok: false, error: { code: 'unreachable' } },
    ]);
  });

  it('ends with the asker’s signal', async () => {
    serve({
      'page.watch': async function* () {
        yield { type: 'open', open: none } as const;
        await new Promise(() => {});
      },
    });
    const asking = new AbortController();
    const all: unknown[] = [];
    for await (const part of client.open('page.watch', {}, asking.signal)) {
      all.push(part);
      asking.abort();
    }
    expect(all.at(-1)).toEqual({ ok: false, error: { code: 'aborted' } });
  });
});
