import { describe, expect, it } from 'vitest';
import type { ApiGet, ApiResponse } from '@/lib/helpdesk/contract';
import { readPages } from './pages';
import { nextZendeskPage } from './zendesk-paging';

const account = 'acme.zendesk.com';
const answer = (body: unknown, more: Partial<ApiResponse> = {}) => ({
  ok: true as const,
  value: { status: 200, body, contentType: 'application/json', retryAfterSeconds: null, ...more },
});

async function readAll(get: ApiGet, sleep = async () => {}, signal = new AbortController().signal) {
  const pages: unknown[] = [];
  for await (const page of readPages({ get, account, sleep }, '/api/v2/x.json', nextZendeskPage, signal)) {
    pages.push(page.ok ? page.value : page.error);
  }
  return pages;
}

/** Answers in order, whatever is asked; remembers the paths. */
function script(...answers: ReturnType<typeof answer>[]) {
  const paths: string[] = [];
  const get: ApiGet = async (path) => {
    paths.push(path);
    return answers[paths.length - 1] ?? answer({ next_page: null });
  };
  return { get, paths };
}

describe('paged lists', () => {
  it('follow both page styles to the end', async () => {
    const numbered = script(
      answer({ next_page: `https://${account}/api/v2/x.json?page=2` }),
      answer({ next_page: null }),
    );
    expect(await readAll(numbered.get)).toHaveLength(2);
    expect(numbered.paths).toEqual(['/api/v2/x.json', '/api/v2/x.json?page=2']);
    const cursor = script(
      answer({ meta: { has_more: true }, links: { next: `https://${account}/api/v2/x.json?c=1` } }),
      answer({ meta: { has_more: false }, links: { next: `https://${account}/api/v2/x.json?c=2` } }),
    );
    expect(await readAll(cursor.get)).toHaveLength(2);
  });

  it('never follow a link to another host, out of the API, or in a circle', async () => {
    for (const next of [
      'https://evil.example/api/v2/x.json',
      `https://${account}/agent/x`,
      `http://${account}/api/v2/y`,
    ]) {
      const { get, paths } = script(answer({ next_page: next }));
      expect((await readAll(get)).at(-1)).toEqual({ code: 'bad-next-page', url: next });
      expect(paths).toHaveLength(1);
    }
    const circle = script(answer({ next_page: '/api/v2/x.json' }));
    expect((await readAll(circle.get)).at(-1)).toMatchObject({ code: 'bad-next-page' });
  });

  it('wait as long as the helpdesk asks, then go on', async () => {
    const waits: number[] = [];
    const { get } = script(answer(null, { status: 429, retryAfterSeconds: 7 }), answer({ ok: 1 }));
    const pages = await readAll(get, async (ms?: number) => {
      waits.push(ms ?? 0);
    });
    expect(pages).toEqual([{ ok: 1 }]);
    expect(waits).toEqual([7000]);
  });

  it('give up after four tries, and at once when the wait would be long', async () => {
    const limited = answer(null, { status: 429, retryAfterSeconds: 1 });
    const four = script(limited, limited, limited, limited, limited);
    expect(await readAll(four.get)).toEqual([{ code: 'rate-limited', retryAfterSeconds: 1 }]);
    expect(four.paths).toHaveLength(4);
    const long = script(answer(null, { status: 429, retryAfterSeconds: 3600 }));
    expect(await readAll(long.get)).toEqual([{ code: 'rate-limited', retryAfterSeconds: 3600 }]);
    expect(long.paths).toHaveLength(1);
  });

  it('tell the session, the right and the server apart', async () => {
    const of = async (more: Partial<ApiResponse>, body: unknown = null) =>
      (await readAll(script(answer(body, more)).get))[0];
    expect(await of({ status: 401 })).toEqual({ code: 'signed-out' });
    expect(await of({ status: 403 })).toEqual({ code: 'forbidden' });
    expect(await of({ status: 404 })).toEqual({ code: 'not-found' });
    expect(await of({ status: 503 })).toEqual({ code: 'server', status: 503 });
    expect(await of({ status: 200, contentType: 'text/html' })).toEqual({ code: 'not-json', status: 200 });
  });

  it('stop during a wait when cancelled, without another request', async () => {
    const stop = new AbortController();
    const { get, paths } = script(answer(null, { status: 429, retryAfterSeconds: 60 }));
    const pages = await readAll(get, async () => stop.abort(), stop.signal);
    expect(pages).toEqual([]);
    expect(paths).toHaveLength(1);
  });
});
