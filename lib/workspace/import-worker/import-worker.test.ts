import { MessageChannel } from 'node:worker_threads';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, describe, expect, it } from 'vitest';
import type { ApiGet } from '@/lib/helpdesk/contract';
import { filesFromTexts } from '@/lib/knowledge/import/files/source-file';
import { convertHtml } from '@/lib/knowledge/import/formats/html-to-markdown';
import type { ImportProgress } from '@/lib/knowledge/import/run-import';
import { openStore } from '@/lib/store/store';
import type { ImportRequest, ImportRun } from '../deps';
import type { ImportPage } from '../importing/run-request';
import { createVersionTools } from '../version-tools';
import { runInWorker, type WorkerPort } from './client';
import { serveImport } from './serve';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const now = () => '2026-11-27T10:00:00.000Z';
const noApi = (): ApiGet => {
  throw new Error('No helpdesk is asked here.');
};

/** The client and a worker's insides on a real store, with real message ports between them. */
async function begin(page: Partial<ImportPage> = {}) {
  const store = await openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  closing.push(store.close);
  const ends: string[] = [];
  const start = (): WorkerPort => {
    const { port1, port2 } = new MessageChannel();
    const broken = new EventTarget();
    const receive = serveImport((message) => port2.postMessage(message), {
      repository: store.articles,
      tools: createVersionTools(),
    });
    port2.on('message', (message) => {
      receive(message).catch(() => broken.dispatchEvent(new Event('error')));
    });
    ends.push('open');
    return {
      postMessage: (message) => port1.postMessage(message),
      addEventListener: (type, listener) =>
        (type === 'message' ? (port1 as unknown as EventTarget) : broken).addEventListener(
          type,
          listener as EventListener,
        ),
      terminate() {
        ends[ends.length - 1] = 'ended';
        port1.close();
      },
    };
  };
  const run = (request: ImportRequest, options: Partial<ImportRun> = {}) =>
    runInWorker(start, { convert: convertHtml, apiOf: noApi, ...page }, now, request, {
      signal: new AbortController().signal,
      dryRun: false,
      decisions: new Map(),
      onProgress: () => {},
      ...options,
    });
  const bodies = async () => {
    const heads = await store.articles.list();
    const found = await store.articles.getMany(heads.ok ? heads.value.map(({ id }) => id) : []);
    return found.ok ? found.value.map(({ body }) => body).sort() : [];
  };
  return { run, bodies, ends };
}

function folder(texts: Record<string, string>): ImportRequest {
  const files = filesFromTexts(Object.entries(texts).map(([path, text]) => ({ path, text })));
  return { importer: 'files', label: 'help', files };
}

const manyLines = (count: number) =>
  Array.from({ length: count }, (_, at) => JSON.stringify({ id: at, title: `T${at}`, text: `Text ${at}.` }));

describe('an import in a worker', () => {
  it('writes what the files hold, HTML by the page’s parser, and leaves no worker behind', async () => {
    const { run, bodies, ends } = await begin();
    const request = folder({
      'help/lamps.md': 'Lamps come back.',
      'help/tents.html': '<p>Tents <b>stay</b>.</p>',
      'help/faq.csv': 'title,text\nStoves,"<p>Stoves are <i>hot</i>.</p>"\n',
      'help/logo.png': 'x',
    });
    const preview = await run(request, { dryRun: true });
    expect(preview).toMatchObject({
      stopped: null,
      dryRun: true,
      written: 0,
      counts: { new: 3, refused: 1 },
    });
    expect(await bodies()).toEqual([]);
    const report = await run(request);
    expect(report).toMatchObject({ stopped: null, written: 3, counts: preview.counts });
    expect(report.refused).toMatchObject([{ where: 'help/logo.png', why: 'unsupported-format' }]);
    expect(await bodies()).toEqual(['Lamps come back.', 'Stoves are _hot_.', 'Tents **stay**.']);
    expect((await run(request)).counts).toMatchObject({ new: 0, unchanged: 3 });
    expect(ends).toEqual(['ended', 'ended', 'ended']);
  });

  it('asks the helpdesk through the page’s tab', async () => {
    const asked: [number, string][] = [];
    const macro = {
      id: 1,
      title: 'Hello',
      active: true,
      actions: [{ field: 'comment_value', value: 'Hi!' }],
    };
    const apiOf =
      (tabId: number): ApiGet =>
      async (path) => {
        asked.push([tabId, path.split('?')[0]!]);
        const body = { macros: [macro], count: 1 };
        const contentType = 'application/json';
        return { ok: true, value: { status: 200, body, contentType, retryAfterSeconds: null } };
      };
    const { run, bodies } = await begin({ apiOf });
    const account = 'acme.zendesk.com';
    const report = await run({ importer: 'zendesk-macros', label: account, account, tabId: 7 });
    expect(report).toMatchObject({ stopped: null, written: 1 });
    expect(asked).toEqual([[7, '/api/v2/macros/active.json']]);
    expect(await bodies()).toEqual(['Hi!']);
  });

  it('tells how far it is, and keeps what was read when it is stopped', async () => {
    const stop = new AbortController();
    const { run, bodies, ends } = await begin();
    const texts = Object.fromEntries(manyLines(300).map((line, at) => [`help/${at}.jsonl`, line]));
    const told: ImportProgress[] = [];
    const report = await run(folder(texts), {
      signal: stop.signal,
      onProgress(progress) {
        told.push(progress);
        stop.abort();
      },
    });
    expect(told[0]).toMatchObject({ total: 300, counts: { refused: 0 } });
    expect(report.stopped).toBe('cancelled');
    expect(report.written).toBeLessThan(300);
    expect(await bodies()).toHaveLength(report.written);
    expect(ends).toEqual(['ended']);
  });

  it('writes nothing more than was read when it was stopped before it began', async () => {
    const { run, bodies } = await begin();
    const report = await run(folder({ 'a.md': 'Text' }), { signal: AbortSignal.abort() });
    expect(report).toMatchObject({ stopped: 'cancelled', written: (await bodies()).length });
  });

  it('tells as a failure of the source what breaks it, with what was written until then', async () => {
    const { run, bodies, ends } = await begin({
      convert: () => Promise.reject(new Error('no parser')),
    });
    const lines = [...manyLines(60), JSON.stringify({ id: 'x', title: 'X', text: '<p>Never read.</p>' })];
    const texts = Object.fromEntries(lines.map((line, at) => [`${at}.jsonl`, line]));
    const told: ImportProgress[] = [];
    const report = await run(folder(texts), { onProgress: (progress) => told.push(progress) });
    expect(report).toMatchObject({
      importer: 'files',
      startedAt: now(),
      stopped: 'source',
      failure: { code: 'source-unavailable' },
      written: told.at(-1)?.written,
      counts: told.at(-1)?.counts,
    });
    expect((await bodies()).length).toBeGreaterThanOrEqual(20);
    expect(ends).toEqual(['ended']);
  });
});
