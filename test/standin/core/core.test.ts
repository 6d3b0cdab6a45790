import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureStore } from '../seed/fixture';
import { type Client, createClient } from './client';
import type { HelpdeskDefinition } from './helpdesk';
import { jsonResponse } from './http';
import { createLeakyBucket, createWindowLimit } from './limits';
import { createRandom } from './random';
import { type StandinServer, startServer } from './server';

describe('seeded random', () => {
  it('repeats itself for the same seed and keeps forks apart', () => {
    const first = createRandom(7);
    const second = createRandom(7);
    expect([first.next(), first.hash(6)]).toEqual([second.next(), second.hash(6)]);
    expect(createRandom(7).fork('a').next()).not.toBe(createRandom(7).fork('b').next());
  });
});

describe('limits', () => {
  it('refuses beyond the window and gives all back when it ends', () => {
    let now = 0;
    const limit = createWindowLimit(2, 60_000, () => now);
    expect([limit.take().allowed, limit.take().allowed, limit.take().allowed]).toEqual([true, true, false]);
    now = 30_000;
    expect(limit.take().resetSeconds).toBe(30);
    now = 60_000;
    expect(limit.take()).toMatchObject({ allowed: true, remaining: 1 });
  });

  it('drains the leaky bucket evenly', () => {
    let now = 0;
    const bucket = createLeakyBucket(40, 20_000, () => now);
    for (let index = 0; index < 40; index += 1) expect(bucket.take().allowed).toBe(true);
    expect(bucket.take()).toMatchObject({ allowed: false, resetSeconds: 1 });
    now = 1_000;
    expect([bucket.take().allowed, bucket.take().allowed, bucket.take().allowed]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('server', () => {
  const echo: HelpdeskDefinition = {
    name: 'zendesk',
    domain: 'zendesk.com',
    create: async () => ({
      loginPath: '/login',
      latencyMs: () => 0,
      handle: (request) => jsonResponse({ path: request.url.pathname, body: request.body }),
      ticketUrl: (id) => `https://x/${id}`,
      receive: () => undefined,
      set: () => undefined,
      reset: () => undefined,
    }),
  };
  let server: StandinServer;
  let client: Client;
  beforeAll(async () => {
    server = await startServer([echo], { store: fixtureStore, seed: 1 });
    client = createClient(server.standin('zendesk'));
  });
  afterAll(() => server.close());

  it('dispatches on the host name and records who asked', async () => {
    const answer = await client.get('/api/x?y=1', { 'sec-fetch-site': 'same-origin', referer: 'https://r/' });
    expect(answer.json()).toEqual({ path: '/api/x', body: '' });
    expect(server.standin('zendesk').host).toBe('acme-outdoor.zendesk.com');
    expect(server.standin('zendesk').audit().at(-1)).toMatchObject({
      method: 'GET',
      path: '/api/x?y=1',
      status: 200,
      initiator: { 'sec-fetch-site': 'same-origin', referer: 'https://r/' },
    });
  });

  it('fires a fault on the n-th matching request and only then', async () => {
    server
      .standin('zendesk')
      .fault({ path: /\/twice/, nth: 2, kind: { type: 'status', status: 503, body: '<p>no' } });
    const statuses = [];
    for (let index = 0; index < 3; index += 1) statuses.push((await client.get('/twice')).status);
    expect(statuses).toEqual([200, 503, 200]);
  });

  it('cuts a body, redirects to the login page, and drops the connection after handling', async () => {
    const standin = server.standin('zendesk');
    standin.fault({ path: /\/cut/, nth: 1, kind: { type: 'truncate' } });
    standin.fault({ path: /\/out/, nth: 1, kind: { type: 'login' } });
    standin.fault({ path: /\/gone/, nth: 1, kind: { type: 'reset' } });
    const cut = await client.get('/cut');
    expect(() => cut.json()).toThrow();
    expect(await client.get('/out')).toMatchObject({ status: 302, headers: { location: '/login' } });
    await expect(client.get('/gone')).rejects.toThrow();
  });

  it('lets a browser reach the helpdesks by proxy, and nothing else', async () => {
    const proxy = await server.firefoxProxy();
    const connect = (path: string) =>
      new Promise<number>((resolve, reject) => {
        const asked = request({ host: '127.0.0.1', port: proxy.port, method: 'CONNECT', path });
        asked.on('connect', (answer, socket) => {
          socket.destroy();
          resolve(answer.statusCode ?? 0);
        });
        asked.on('error', reject);
        asked.end();
      });
    expect(await connect('acme.zendesk.com:443')).toBe(200);
    expect(await connect('example.org:443')).toBe(403);
  });
});
