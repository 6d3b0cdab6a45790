import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MessageBus } from '@/test/support/message-bus';
import { until } from '@/test/support/until';
import { createApiGet } from './api-get';
import { createTabClient } from './client';
import type { Output } from './contract';
import { type PageHandlers, servePage } from './serve-page';

const held = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('wxt/browser', () => held);

beforeEach(() => {
  Object.assign(held.browser, new MessageBus().browser);
});

const get = createApiGet(createTabClient(1));
const response = { status: 200, body: { id: 7 }, contentType: 'application/json', retryAfterSeconds: null };

/** A page that answers each GET with what `fetched` comes to. */
function serve(fetched: (path: string, signal: AbortSignal) => Promise<Output<'api.get'>>): void {
  const handlers = {
    'api.get': async function* ({ path }, { signal }) {
      yield await fetched(path, signal);
    },
  } satisfies Partial<PageHandlers>;
  servePage(handlers as unknown as PageHandlers, new AbortController().signal);
}

describe('a GET through the page', () => {
  it('gives the answer of the helpdesk', async () => {
    const asked: string[] = [];
    serve(async (path) => {
      asked.push(path);
      return { ok: true, value: response };
    });
    expect(await get('/api/tickets/7', new AbortController().signal)).toEqual({ ok: true, value: response });
    expect(asked).toEqual(['/api/tickets/7']);
  });

  it('that nobody waits for any more is cancelled on the page', async () => {
    let onPage: AbortSignal | undefined;
    serve((_path, signal) => {
      onPage = signal;
      return new Promise((resolve) =>
        signal.addEventListener('abort', () => resolve({ ok: false, error: 'network' })),
      );
    });
    const reading = new AbortController();
    const answer = get('/api/tickets/7', reading.signal);
    await until(() => expect(onPage).toBeDefined());
    expect(onPage!.aborted).toBe(false);
    reading.abort();
    expect(await answer).toEqual({ ok: false, error: { code: 'aborted' } });
    await until(() => expect(onPage!.aborted).toBe(true));
  });

  it('tells that the helpdesk could not be reached', async () => {
    serve(async () => ({ ok: false, error: 'network' }));
    expect(await get('/api/tickets/7', new AbortController().signal)).toEqual({
      ok: false,
      error: { code: 'network' },
    });
  });

  it('tells a page without the content script', async () => {
    expect(await get('/api/tickets/7', new AbortController().signal)).toEqual({
      ok: false,
      error: { code: 'page-gone' },
    });
  });

  it('takes a path that is not on the list for a bug', async () => {
    serve(async () => ({ ok: false, error: 'refused-path' }));
    await expect(get('/api/users?x=1', new AbortController().signal)).rejects.toThrow('/api/users');
  });
});
