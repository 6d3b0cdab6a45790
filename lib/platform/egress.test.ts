import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createEgress, EgressBlocked, type EgressFetch } from './egress';

function recording(body = 'ok') {
  const sent: { url: string; init: RequestInit }[] = [];
  const send: EgressFetch = async (input, init = {}) => {
    sent.push({ url: String(input), init });
    return new Response(body);
  };
  return { sent, send };
}

const refusal = async (run: Promise<unknown>) => {
  try {
    await run;
  } catch (error) {
    return error instanceof EgressBlocked ? error.why : 'another error';
  }
  return null;
};

describe('the egress gate', () => {
  it('lets a configured origin through without cookies, cache, referrer or redirects', async () => {
    const { sent, send } = recording();
    const gate = createEgress(['https://api.example/v1'], {}, send);
    expect(await (await gate('https://api.example/v1/models')).text()).toBe('ok');
    expect(sent[0]?.init).toMatchObject({
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      credentials: 'omit',
      cache: 'no-store',
    });
  });

  it.each([
    'https://api.example.evil.net/v1',
    'https://api.example:8443/v1',
    'http://api.example/v1',
    'https://user@other.example/',
    'data:text/plain,hi',
    'file:///etc/passwd',
  ])('sends nothing to %s', async (url) => {
    const { sent, send } = recording();
    expect(await refusal(createEgress(['https://api.example'], {}, send)(url))).toBe('origin');
    expect(sent).toEqual([]);
  });

  it('allows plain http on this machine only', async () => {
    const { send } = recording();
    expect(
      await refusal(createEgress(['http://localhost:11434'], {}, send)('http://localhost:11434/v1/models')),
    ).toBeNull();
    expect(await refusal(createEgress(['http://10.0.0.2'], {}, send)('http://10.0.0.2/v1'))).toBe('scheme');
  });

  it('keeps the caller from loosening its rules', async () => {
    const { sent, send } = recording();
    await createEgress(
      ['https://api.example'],
      {},
      send,
    )('https://api.example/', { credentials: 'include', redirect: 'follow', referrerPolicy: 'unsafe-url' });
    expect(sent[0]?.init).toMatchObject({
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
  });

  it('refuses a request that is too large and other verbs', async () => {
    const { send } = recording();
    const gate = createEgress(['https://api.example'], { requestBytes: 10 }, send);
    expect(await refusal(gate('https://api.example/', { method: 'POST', body: 'x'.repeat(11) }))).toBe(
      'too-large',
    );
    expect(await refusal(gate('https://api.example/', { method: 'DELETE' }))).toBe('method');
  });

  it('breaks off an answer that is too large', async () => {
    const { send } = recording('x'.repeat(100));
    const response = await createEgress(
      ['https://api.example'],
      { responseBytes: 50 },
      send,
    )('https://api.example/');
    expect(await refusal(response.text())).toBe('too-large');
  });
});

describe('the egress gate before a real server', () => {
  it('follows no redirect, tells no referrer and gives up in time', async () => {
    const seen: { path: string | undefined; referer: string | undefined }[] = [];
    const server = createServer((request, response) => {
      seen.push({ path: request.url, referer: request.headers.referer });
      if (request.url === '/moved') response.writeHead(307, { location: '/stolen' }).end();
      else if (request.url === '/plain') response.end('ok');
      // Any other path is never answered.
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const gate = createEgress([origin], { totalMs: 300 });
    expect(await (await gate(`${origin}/plain`)).text()).toBe('ok');
    await expect(gate(`${origin}/moved`, { method: 'POST', body: '{}' })).rejects.toThrow();
    await expect(gate(`${origin}/silent`)).rejects.toThrow();
    expect(seen.map(({ path }) => path)).toEqual(['/plain', '/moved', '/silent']);
    expect(seen.every(({ referer }) => referer === undefined)).toBe(true);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
