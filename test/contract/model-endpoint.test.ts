import { LLMock } from '@copilotkit/aimock';
import { describe, expect, it } from 'vitest';
import type { ModelPart, ModelRequest } from '@/lib/model/contract';
import { openai } from '@/lib/model/openai';
import { createEgress } from '@/lib/platform/egress';
import { endpointConfig } from '../support/endpoint-config';
import {
  chunk,
  done,
  event,
  html,
  json,
  openStream,
  startSseServer,
  status,
  words,
} from '../support/sse-server';
import { sseServerOfFile } from '../support/sse-server-of-file';

const server = await sseServerOfFile((server) => {
  server.models(
    json({ object: 'list', data: [{ id: 'house-12b' }, { id: 'house-30b' }, { id: 'text-embed-1' }] }),
  );
});

const config = (change: Parameters<typeof endpointConfig>[1] = {}) => endpointConfig(server.baseUrl, change);

const request: ModelRequest = {
  prompt: [
    { role: 'system', content: 'Rules' },
    { role: 'user', content: 'Where is my order?' },
  ],
  material: {
    language: 'en',
    customerFirstName: null,
    agentName: null,
    channel: 'email',
    asks: [],
    passages: [],
    cannedReplies: [],
    missing: [],
    context: '',
    tone: 'neutral',
    evidence: 'none',
    instruction: null,
    previous: null,
  },
  maxOutputTokens: 300,
};

async function write(settings = config(), signal = new AbortController().signal): Promise<ModelPart[]> {
  const provider = openai.create(settings);
  if (!provider.ok) throw new Error(provider.error.code);
  const parts: ModelPart[] = [];
  for await (const part of provider.value.write(request, signal)) parts.push(part);
  return parts;
}

const textOf = (parts: readonly ModelPart[]) =>
  parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
const last = (parts: readonly ModelPart[]) => parts.at(-1);
const chats = () => server.requests.filter((seen) => seen.path.endsWith('/chat/completions'));

describe('an endpoint that answers well', () => {
  it('streams the words, then usage, then a complete end', async () => {
    server.chat(words('We pay ', 'within 7 days ', '[1].'));
    const parts = await write();
    expect(textOf(parts)).toBe('We pay within 7 days [1].');
    expect(parts.slice(-2)).toEqual([
      { type: 'usage', inputTokens: 120, outputTokens: 7 },
      { type: 'end', reason: 'complete' },
    ]);
  });

  it('sends the prompt, the key and nothing about this machine', async () => {
    server.chat(words('ok'));
    await write();
    const [seen] = chats();
    expect(seen?.path).toBe('/v1/chat/completions');
    expect(JSON.parse(seen!.body)).toEqual({
      model: 'house-12b',
      messages: request.prompt,
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 300,
    });
    expect(seen?.headers.authorization).toBe('Bearer key-1');
    expect(Object.keys(seen!.headers).filter((name) => name.startsWith('x-stainless'))).toEqual([]);
    expect(seen?.headers.referer).toBeUndefined();
  });

  it('carries the key in the header that Azure reads', async () => {
    server.chat(words('ok'));
    await write(config({ preset: 'azure' }));
    expect(chats()[0]?.headers['api-key']).toBe('key-1');
    expect(JSON.parse(chats()[0]!.body)).toHaveProperty('max_completion_tokens', 300);
  });

  it('takes split characters, CRLF, comments and keep-alives without changing the text', async () => {
    const text = 'Grüße aus 東京 🙂 – fertig.';
    server.chat(async (response) => {
      openStream(response);
      const bytes = Buffer.from(
        `: hello\r\n\r\n${chunk(text).replaceAll('\n', '\r\n')}${event({ ping: 1 })}${chunk(null, 'stop')}${done}`,
      );
      for (let at = 0; at < bytes.length; at += 7) {
        response.write(bytes.subarray(at, at + 7));
        await new Promise((resolve) => setImmediate(resolve));
      }
      response.end();
    });
    const parts = await write();
    expect(textOf(parts)).toBe(text);
    expect(last(parts)).toEqual({ type: 'end', reason: 'complete' });
  });

  it('leaves out what a reasoning model thinks aloud', async () => {
    server.chat(words('<thi', 'nk>The rules say', ' …</think>', '\n\nHi Ann,'));
    expect(textOf(await write())).toBe('Hi Ann,');
  });

  it('accepts a whole answer from a server that does not stream', async () => {
    server.chat(
      json({ choices: [{ message: { role: 'assistant', content: 'Hi Ann.' }, finish_reason: 'stop' }] }),
    );
    const parts = await write();
    expect(textOf(parts)).toBe('Hi Ann.');
    expect(last(parts)).toEqual({ type: 'end', reason: 'complete' });
  });

  it.each([
    ['length', 'length'],
    ['content_filter', 'filtered'],
  ] as const)('tells a stream that ended for %s', async (finish, reason) => {
    server.chat((response) => {
      openStream(response);
      response.end(chunk('Hi') + chunk(null, finish) + done);
    });
    expect(last(await write())).toEqual({ type: 'end', reason });
  });

  it('talks to an independent mock of the API', async () => {
    const mock = new LLMock({ port: 0 });
    mock.onMessage('Where is my order?', { content: 'It is on its way [1].' });
    await mock.start();
    try {
      const parts = await write(config({ baseUrl: `${mock.url.replace('localhost', '127.0.0.1')}/v1` }));
      expect(textOf(parts)).toBe('It is on its way [1].');
      expect(last(parts)).toEqual({ type: 'end', reason: 'complete' });
    } finally {
      await mock.stop();
    }
  });
});

describe('an endpoint that answers badly', () => {
  it('stops waiting when the stream goes silent and keeps the words', async () => {
    server.chat((response) => {
      openStream(response);
      response.write(chunk('Half a sen'));
    });
    const parts = await write(config({ stallSeconds: 0.3 }));
    expect(textOf(parts)).toBe('Half a sen');
    expect(last(parts)).toEqual({ type: 'error', error: { code: 'stalled', seconds: 0.3 } });
    expect(chats()).toHaveLength(1);
  });

  it('stops waiting when nothing comes at all', async () => {
    server.chat(() => {});
    expect(last(await write(config({ stallSeconds: 0.3 })))).toEqual({
      type: 'error',
      error: { code: 'stalled', seconds: 0.3 },
    });
  });

  it('calls a dropped connection cut and keeps the words', async () => {
    server.chat((response) => {
      openStream(response);
      response.write(chunk('Half a sen'), () => response.destroy());
    });
    const parts = await write();
    expect(textOf(parts)).toBe('Half a sen');
    expect(last(parts)).toEqual({ type: 'end', reason: 'cut' });
    expect(chats()).toHaveLength(1);
  });

  it('calls a stream without a finish reason cut', async () => {
    server.chat((response) => {
      openStream(response);
      response.end(chunk('Half a sen'));
    });
    expect(last(await write())).toEqual({ type: 'end', reason: 'cut' });
  });

  it('knows a login page when it sees one', async () => {
    server.chat(html());
    expect(await write()).toEqual([{ type: 'error', error: { code: 'not-an-answer' } }]);
  });

  it('knows a stream of something else', async () => {
    server.chat((response) => {
      openStream(response);
      response.end(event({ hello: 'world' }) + done);
    });
    expect(await write()).toEqual([{ type: 'error', error: { code: 'not-an-answer' } }]);
  });

  it('reports an error object inside the stream and keeps the words', async () => {
    server.chat((response) => {
      openStream(response);
      response.end(chunk('Half') + event({ error: { message: 'overloaded', code: 503 } }));
    });
    const parts = await write();
    expect(textOf(parts)).toBe('Half');
    expect(last(parts)).toEqual({ type: 'error', error: { code: 'server', status: 503, tries: 1 } });
  });

  it('does not take broken JSON for an answer', async () => {
    server.chat((response) => {
      openStream(response);
      response.end('data: {"choices": [\n\n');
    });
    expect(last(await write())).toEqual({ type: 'error', error: { code: 'not-an-answer' } });
  });

  it.each([
    [401, { code: 'key-refused' }],
    [403, { code: 'not-allowed' }],
    [404, { code: 'model-missing', model: 'house-12b', others: 2 }],
    [400, { code: 'rejected', status: 400 }],
    [413, { code: 'too-long' }],
  ])('answers %i once and never again', async (code, error) => {
    server.chat(status(code));
    expect(await write()).toEqual([{ type: 'error', error }]);
    expect(chats()).toHaveLength(1);
  });

  it('tells a conversation that is too long from other refusals', async () => {
    server.chat(status(400, {}, { error: { message: 'long', code: 'context_length_exceeded' } }));
    expect(last(await write())).toEqual({ type: 'error', error: { code: 'too-long' } });
  });

  it('waits as long as a busy endpoint asks, and says so', async () => {
    server.chat(status(429, { 'retry-after': '1' }), words('ok'));
    const began = performance.now();
    const parts = await write();
    expect(performance.now() - began).toBeGreaterThan(900);
    expect(parts[0]).toEqual({ type: 'warning', code: 'retrying', retryInSeconds: 1 });
    expect(last(parts)).toEqual({ type: 'end', reason: 'complete' });
  });

  it('does not wait for minutes, but tells how long', async () => {
    server.chat(status(429, { 'retry-after': '120' }));
    expect(await write()).toEqual([
      { type: 'error', error: { code: 'rate-limited', retryAfterSeconds: 120 } },
    ]);
    expect(chats()).toHaveLength(1);
  });

  it.each([500, 503])('tries %i three times at most', async (code) => {
    server.chat(status(code, { 'retry-after': '0' }));
    const parts = await write();
    expect(last(parts)).toEqual({ type: 'error', error: { code: 'server', status: code, tries: 3 } });
    expect(chats()).toHaveLength(3);
  });

  it('names a refused port unreachable', async () => {
    const gone = await startSseServer();
    await gone.close();
    expect(await write(config({ baseUrl: gone.baseUrl }))).toEqual([
      { type: 'error', error: { code: 'unreachable' } },
    ]);
  });

  it('sends nothing to a host that the gate does not know', async () => {
    const settings = { ...config(), send: createEgress(['https://allowed.example']) };
    const parts = await write(settings);
    expect(parts).toEqual([
      { type: 'error', error: { code: 'host-blocked', host: new URL(server.baseUrl).host } },
    ]);
    expect(server.requests).toHaveLength(0);
  });

  it('does not follow a redirect', async () => {
    server.chat((response) => {
      response.writeHead(307, { location: 'https://elsewhere.example/v1/chat/completions' });
      response.end();
    });
    expect(await write()).toEqual([{ type: 'error', error: { code: 'unreachable' } }]);
  });
});

describe('stopping', () => {
  it('closes the request on the wire and ends as aborted', async () => {
    server.chat((response) => {
      openStream(response);
      response.write(chunk('One '));
    });
    const controller = new AbortController();
    const provider = openai.create(config());
    if (!provider.ok) throw new Error(provider.error.code);
    const parts: ModelPart[] = [];
    for await (const part of provider.value.write(request, controller.signal)) {
      parts.push(part);
      controller.abort();
    }
    expect(parts).toEqual([
      { type: 'text', text: 'One ' },
      { type: 'end', reason: 'aborted' },
    ]);
    await expect.poll(() => chats()[0]?.closedEarly).toBe(true);
  });

  it('closes the request when the reader leaves', async () => {
    server.chat((response) => {
      openStream(response);
      response.write(chunk('One '));
    });
    const provider = openai.create(config());
    if (!provider.ok) throw new Error(provider.error.code);
    for await (const _ of provider.value.write(request, new AbortController().signal)) break;
    await expect.poll(() => chats()[0]?.closedEarly).toBe(true);
  });

  it('stops a wait at once', async () => {
    server.chat(status(429, { 'retry-after': '30' }));
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 200);
    const began = performance.now();
    expect(last(await write(config(), controller.signal))).toEqual({ type: 'end', reason: 'aborted' });
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
