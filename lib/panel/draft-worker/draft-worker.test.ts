import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { deriveNeed } from '@/lib/draft/need/need';
import { parseReply } from '@/lib/draft/reply/parse-reply';
import { aMessage, aSource, aTicket } from '@/test/support/draft-fixtures';
import { createDraftWorker, type WorkerPort } from './client';
import type { ToWorker } from './messages';
import { serveDrafts } from './serve';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A client and a worker's insides, with real message ports between them. */
function connect() {
  const stop = new AbortController();
  const asked: ToWorker[] = [];
  const workers: MessagePort[] = [];
  const client = createDraftWorker(() => {
    const { port1, port2 } = new MessageChannel();
    const receive = serveDrafts((message) => port2.postMessage(message));
    port2.on('message', (message: ToWorker) => {
      asked.push(message);
      void receive(message);
    });
    workers.push(port1);
    open.push(() => port1.close());
    return port1 as unknown as WorkerPort;
  }, stop.signal);
  return { client, stop, asked, workers };
}

const source = aSource({ number: 1, text: 'Refunds take 5 working days.' });
const input = { sources: [source], ticket: aTicket(), order: null, audience: 'public' as const };
const documentOf = (text: string) => parseReply(text, new Set([1]), { allowedLinks: new Set() }).document;

describe('the draft worker', () => {
  it('starts with the first request and checks drafts as it would be done in place', async () => {
    const { client, workers } = connect();
    expect(workers).toHaveLength(0);
    const ledger = client.openLedger(input);
    const right = await ledger.check(documentOf('A refund takes 5 working days. [1]'), []);
    const wrong = await ledger.check(documentOf('A refund takes 9 working days. [1]'), []);
    expect(right.map(({ state }) => state)).toEqual(['sourced']);
    expect(wrong.map(({ state }) => state)).not.toContain('sourced');
    expect(workers).toHaveLength(1);
  });

  it('sends what drafts are held against once, and again when the worker has let go of it', async () => {
    const { client, asked } = connect();
    const document = documentOf('A refund takes 5 working days. [1]');
    const ledgers = Array.from({ length: 9 }, () => client.openLedger(input));
    await ledgers[0]!.check(document, []);
    await ledgers[0]!.check(document, []);
    for (const ledger of ledgers.slice(1)) await ledger.check(document, []);
    const again = await ledgers[0]!.check(document, []);
    expect(again).toHaveLength(1);
    const inputs = asked.map((ask) => ask.type === 'check' && ask.input !== null);
    expect(inputs).toEqual([true, false, ...Array(9).fill(true)]);
  });

  it('understands a ticket and composes as it would be done in place', async () => {
    const { client } = connect();
    const ticket = aTicket({ messages: [aMessage({ text: 'How long does a refund take?' })] });
    expect(await client.deriveNeed(ticket)).toEqual(deriveNeed(ticket));
  });

  it('fails what waits when the worker breaks, and starts another one for what comes after', async () => {
    const { client, workers } = connect();
    const document = documentOf('A refund takes 5 working days. [1]');
    const ledger = client.openLedger(input);
    await ledger.check(document, []);
    const waiting = ledger.check(document, []);
    workers[0]!.dispatchEvent(new Event('error'));
    await expect(waiting).rejects.toThrow('The draft worker failed');
    expect(await ledger.check(document, [])).toHaveLength(1);
    expect(workers).toHaveLength(2);
  });

  it('tells what went wrong with one request, and answers the next', async () => {
    const { client } = connect();
    await expect(client.compose(null as never)).rejects.toThrow();
    expect(await client.openLedger(input).check(documentOf('Hello.'), [])).toEqual([]);
  });

  it('ends with its signal', async () => {
    const { client, stop } = connect();
    client.warmUp();
    stop.abort();
    await expect(client.compose({} as never)).rejects.toThrow('The panel is closed');
  });
});
