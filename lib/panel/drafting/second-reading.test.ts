import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkDocument, createLedgerContext } from '@/lib/draft/ledger';
import { sentencesToRead } from '@/lib/draft/ledger/second-reading/sentences-to-read';
import type { OutboundRequest } from '@/lib/draft/prompt/outbound';
import { parseReply } from '@/lib/draft/reply/parse-reply';
import { currentAlternative, emptySession } from '@/lib/draft/session/session';
import type { Alternative } from '@/lib/draft/session/session-state';
import type { ModelProvider } from '@/lib/model/contract';
import { createProvider } from '@/lib/model/registry';
import { createTicketMask } from '@/lib/privacy/ticket-mask';
import { defaultSettings, type Settings } from '@/lib/settings/schema';
import { aMessage, aSource, aTicket } from '@/test/support/draft-fixtures';
import { endpointConfig } from '@/test/support/endpoint-config';
import { chunk, openStream, type SseServer, startSseServer, status, words } from '@/test/support/sse-server';
import type { PanelDeps } from '../deps';
import type { BegunRequest } from '../outcome/audit-events';
import { begunEvent } from '../outcome/audit-events';
import { createSessions } from '../sessions';
import { createAsking } from './asking';
import { createMasks } from './masks';
import { createSecondReadings } from './second-reading';

const key = 'zendesk:acme.zendesk.com:7';
const passage = 'Saddles are lent to members only. A saddle may be sent back when it was ridden.';
const sources = [aSource({ number: 1, title: 'Saddles', text: passage })];
const ticket = aTicket({ messages: [aMessage({ text: 'I am Ann Lee. May I send a ridden saddle back?' })] });
const draft = 'Dear Ann,\n\nA ridden saddle cannot be sent back [1]. It weighs 9 kg.';
const documentOf = (text: string) => parseReply(text, new Set([1])).document;
const contradiction = JSON.stringify({
  answers: [
    { id: 'S1', verdict: 'contradicted', text: 'P1', quote: 'may be sent back when it was ridden' },
    { id: 'S2', verdict: 'supported', text: 'P1', quote: 'Saddles are lent to members only' },
  ],
});

let server: SseServer;
const stop: AbortController[] = [];
beforeAll(async () => {
  server = await startSseServer();
});
afterAll(() => server.close());
afterEach(() => {
  for (const each of stop.splice(0)) each.abort();
  server.requests.length = 0;
});

function setUp({
  settings = {},
  provider,
  sleep = () => new Promise<void>(() => {}),
}: {
  settings?: Partial<Settings>;
  provider?: ModelProvider;
  sleep?: (ms: number) => Promise<void>;
} = {}) {
  const controller = new AbortController();
  stop.push(controller);
  const clock = {
    now: () => new Date('2026-11-24T09:00:00Z'),
    elapsed: () => 0,
    sleep: (ms: number) => (ms === 0 ? Promise.resolve() : sleep(ms)),
  };
  const config = endpointConfig(server.baseUrl);
  const made = createProvider('openai', config);
  if (!made.ok) throw new Error(made.error.code);
  const current = { ...defaultSettings, secondReading: true, ...settings };
  const deps = {
    clock,
    newToken: () => 'F3NCE',
    provider: async () => provider ?? made.value,
    settings: () => current,
    maskFor: createTicketMask,
    sentencesToRead: async (...given: Parameters<typeof sentencesToRead>) => sentencesToRead(...given),
  } as unknown as PanelDeps;
  const archive = { load: async () => null, save: async () => true };
  const sessions = createSessions(
    archive,
    clock,
    () => {},
    () => {},
    controller.signal,
  );
  const document = documentOf(draft);
  const context = createLedgerContext({ sources, ticket, order: null, audience: 'public' });
  // A ledger that reads no denials: what is judged here is the second reading.
  const claims = checkDocument(document, context).filter(({ id }) => !id.startsWith('denial:'));
  const alternative: Alternative = {
    id: 'd1',
    document,
    instruction: null,
    writtenBy: 'house-12b',
    finished: 'complete',
    editedByAgent: false,
    startedAt: '2026-11-24T09:00:00Z',
    tookMs: 900,
    usage: null,
    claims,
    kept: [],
    sources,
    warnings: [],
  };
  const session = {
    ...emptySession,
    ticketKey: key,
    ticket,
    phase: 'ready' as const,
    alternatives: [alternative],
    current: 0,
  };
  sessions.dispatch(key, { type: 'restored', session });
  const asked: (OutboundRequest | null)[] = [];
  const asking = createAsking((_, request) => asked.push(request));
  const begun: BegunRequest[] = [];
  const masked: number[] = [];
  const readings = createSecondReadings(
    deps,
    sessions,
    { maskOf: createMasks(deps), asking },
    { onMasked: (values) => masked.push(values), onBegun: (request) => begun.push(request) },
    controller.signal,
  );
  const now = () => currentAlternative(sessions.get(key))!;
  const state = () => now().secondReading?.state;
  const finish = (readsPrompt = true) => readings.onFinished(key, { id: 'd1', readsPrompt });
  return { readings, sessions, asking, asked, begun, masked, claims, now, state, finish };
}

/** Patient: the first request loads the masking tables and the SDK. */
const until = (what: () => unknown, wanted: unknown) =>
  expect.poll(what, { interval: 5, timeout: 15_000 }).toBe(wanted);

describe('a second reading', () => {
  it('is made once when a draft is finished, masked, and marks what the model contradicts', async () => {
    server.chat(words(contradiction));
    const { finish, state, now, begun, masked, claims } = setUp();
    finish();
    await until(state, 'read');
    expect(now().secondReading).toMatchObject({
      sentences: 2,
      usage: { inputTokens: 120, outputTokens: 7 },
      opinions: [
        { sentence: 'A ridden saddle cannot be sent back.', says: 'contradicted' },
        { sentence: 'It weighs 9 kg.', says: 'supported' },
      ],
    });
    expect(now().secondReading!.opinions[0]!.words!.text).toBe('may be sent back when it was ridden');
    expect(now().claims).toEqual(claims);
    finish();
    expect(server.requests).toHaveLength(1);
    const { body } = server.requests[0]!;
    expect(body).toContain('[PERSON_');
    expect(body).not.toMatch(/Ann|Lee/);
    expect(masked[0]).toBeGreaterThan(0);
    const event = await begunEvent(begun[0]!, async (text) =>
      createHash('sha256').update(text).digest('hex'),
    );
    expect(event).toMatchObject({ kind: 'read-again', draft: 'd1', hosts: [new URL(server.origin).host] });
    expect(JSON.stringify(event)).not.toContain('Ann');
  });

  it('is none where the settings do not ask for it, or no model writes', async () => {
    const off = setUp({ settings: { secondReading: false } });
    off.finish();
    off.readings.again(key);
    const quoted = setUp();
    quoted.finish(false);
    expect(off.state()).toBeUndefined();
    expect(quoted.state()).toBe('unavailable');
    const made = createProvider('extractive', endpointConfig(server.baseUrl));
    const { readings, state } = setUp(made.ok ? { provider: made.value } : {});
    readings.again(key);
    await until(state, 'unavailable');
    expect(server.requests).toHaveLength(0);
  });

  it('asks no model where no sentence is risky', async () => {
    const { sessions, readings, state, now } = setUp();
    sessions.dispatch(key, { type: 'edited', id: 'd1', document: documentOf('Thank you, Ann.'), claims: [] });
    readings.again(key);
    await until(state, 'read');
    expect(now().secondReading).toMatchObject({ sentences: 0, opinions: [] });
    expect(server.requests).toHaveLength(0);
  });

  it('waits for the agent where each request is asked about, and sends what was shown', async () => {
    server.chat(words(contradiction));
    const { finish, readings, asking, asked, state } = setUp({ settings: { askBefore: true } });
    finish();
    await until(state, 'waiting');
    expect(asked).toEqual([]);
    readings.again(key);
    await until(() => asked.length, 1);
    expect(asked[0]).toMatchObject({ purpose: 'second-reading', sentAt: null });
    asking.answer(key, 'cancel');
    await until(state, 'waiting');
    expect(server.requests).toHaveLength(0);
    readings.again(key);
    await until(() => asked.length, 3);
    asking.answer(key, 'send');
    await until(state, 'read');
    const shown = asked[2]!.sections.flatMap(({ pieces }) => pieces);
    const sent = JSON.parse(server.requests[0]!.body) as { messages: { content: string }[] };
    const bare = (text: string) => text.replace(/\s/g, '');
    expect(bare(shown.map((piece) => ('text' in piece ? piece.text : piece.placeholder)).join(''))).toBe(
      bare(sent.messages.map(({ content }) => content).join('')),
    );
    expect(await readings.view(key)).toMatchObject({
      purpose: 'second-reading',
      sentAt: '2026-11-24T09:00:00.000Z',
    });
  });

  it('drops what it says of a sentence that was changed meanwhile', async () => {
    let answer = () => {};
    server.chat(async (response) => {
      openStream(response);
      response.write(chunk(contradiction));
      await new Promise<void>((resolve) => (answer = resolve));
      response.end(chunk(null, 'stop'));
    });
    const { finish, sessions, now, state } = setUp();
    finish();
    await until(() => server.requests.length, 1);
    const document = documentOf('Dear Ann,\n\nA ridden saddle can be sent back [1]. It weighs 9 kg.');
    sessions.dispatch(key, { type: 'edited', id: 'd1', document, claims: now().claims });
    answer();
    await until(state, 'read');
    expect(now().secondReading!.opinions.map(({ sentence }) => sentence)).toEqual(['It weighs 9 kg.']);
  });

  it('says so when the answer is no answer, and leaves the draft as it is', async () => {
    server.chat(words('I think all of this is fine!'));
    const { finish, state, now, claims } = setUp();
    finish();
    await until(state, 'failed');
    expect(now().secondReading).toMatchObject({ failure: { code: 'not-understood' }, opinions: [] });
    expect(now().claims).toEqual(claims);
  });

  it('never asks a busy endpoint twice', async () => {
    server.chat(status(503), words(contradiction));
    const { finish, state, now } = setUp();
    finish();
    await until(state, 'failed');
    expect(now().secondReading!.failure).toEqual({ code: 'busy' });
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, number, unknown]>([
    ['when it takes too long', 0, { code: 'timed-out', seconds: 90 }],
    ['when it is stopped', 1, { code: 'cut' }],
  ])('reaches the wire %s', async (_, stopped, failure) => {
    server.chat((response) => openStream(response));
    let wake = () => {};
    const { finish, readings, state, now } = setUp({
      sleep: () => new Promise((resolve) => (wake = resolve)),
    });
    finish();
    await until(() => server.requests.length, 1);
    if (stopped) readings.stop(key);
    else wake();
    await until(state, 'failed');
    expect(now().secondReading!.failure).toEqual(failure);
    await until(() => server.requests[0]!.closedEarly, true);
  });

  it('is made on this device without a mask and without a question', async () => {
    const prompts: string[] = [];
    const provider: ModelProvider = {
      id: 'on-device',
      label: 'On this device',
      egress: [],
      readsPrompt: true,
      contextTokens: 4_096,
      async *write(request) {
        prompts.push(request.prompt[1]!.content);
        yield { type: 'text', text: contradiction };
        yield { type: 'end', reason: 'complete' };
      },
    };
    const { finish, state, asked } = setUp({ provider, settings: { askBefore: true } });
    finish();
    await until(state, 'read');
    expect(asked).toEqual([]);
    expect(prompts[0]).toContain('Dear Ann,');
  });
});
