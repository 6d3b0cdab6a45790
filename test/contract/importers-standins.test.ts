import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ApiGet } from '@/lib/helpdesk/contract';
import { helpdesks } from '@/lib/helpdesk/registry';
import { createIds } from '@/lib/knowledge/ids';
import { convertHtml } from '@/lib/knowledge/import/formats/html-to-markdown';
import { gorgiasMacros } from '@/lib/knowledge/import/gorgias-macros/importer';
import { runImport } from '@/lib/knowledge/import/run-import';
import { webDigest } from '@/lib/knowledge/import/web-digest';
import { zendeskGuide } from '@/lib/knowledge/import/zendesk-guide/importer';
import { zendeskMacros } from '@/lib/knowledge/import/zendesk-macros/importer';
import { findSlots } from '@/lib/knowledge/slots';
import { openStore } from '@/lib/store/store';
import type { Standin } from '../standin/contract';
import { createClient } from '../standin/core/client';
import { fixtureStore } from '../standin/seed/fixture';
import { type Standins, startStandins } from '../standin/start';

let standins: Standins;
beforeAll(async () => {
  standins = await startStandins({ store: fixtureStore, seed: 3 });
}, 60_000);
afterAll(() => standins.close());
afterEach(() => {
  standins.zendesk.reset();
  standins.gorgias.reset();
});

const tools = {
  digest: webDigest,
  newId: createIds(Date.now, Math.random),
  now: () => new Date().toISOString(),
};

/** The agent's session as the panel has it: only paths that the content script lets through. */
async function sessionAt(standin: Standin, helpdesk: string): Promise<ApiGet> {
  const allowed = helpdesks.find((each) => each.id === helpdesk)!.allowedPaths as readonly RegExp[];
  const client = createClient(standin);
  await client.get(new URL(standin.ticketUrl(4711)).pathname);
  return async (path) => {
    const pathname = path.split('?')[0]!;
    expect(
      allowed.some((pattern) => pattern.test(pathname)),
      `the content script lets ${pathname} through`,
    ).toBe(true);
    const { status, headers, json } = await client.get(path);
    const contentType = headers['content-type'] ?? '';
    const body = contentType.includes('json') ? json() : null;
    const retryAfter = Number(headers['retry-after'] ?? Number.NaN);
    const retryAfterSeconds = Number.isNaN(retryAfter) ? null : retryAfter;
    return { ok: true, value: { status, body, contentType, retryAfterSeconds } };
  };
}

async function begin() {
  const { articles } = await openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  const all = async () => {
    const heads = await articles.list();
    const found = await articles.getMany(heads.ok ? heads.value.map((head) => head.id) : []);
    return found.ok ? found.value : [];
  };
  return { articles, all, options: { signal: new AbortController().signal, tools } };
}

const noWait = async () => {};

describe('through the agent’s own session', () => {
  it('the Zendesk help centre comes in, drafts as drafts and restricted ones as internal', async () => {
    const { articles, all, options } = await begin();
    const account = standins.zendesk.host;
    const input = {
      account,
      locales: [],
      get: await sessionAt(standins.zendesk, 'zendesk'),
      sleep: noWait,
      convert: convertHtml,
    };
    const report = await runImport(zendeskGuide, input, articles, options);
    expect(report).toMatchObject({ stopped: null, counts: { refused: 0 } });
    expect(report.counts.new).toBeGreaterThanOrEqual(fixtureStore.articles.length);
    const stored = await all();
    for (const seed of fixtureStore.articles) {
      const found = stored.find((article) => article.title === seed.title);
      expect(found?.audience, seed.title).toBe(seed.audience);
      expect(found?.source?.url).toContain(`https://${account}/hc/`);
    }
    expect((await runImport(zendeskGuide, input, articles, options)).counts).toMatchObject({
      new: 0,
      changed: 0,
    });
    expect(standins.zendesk.audit().filter((entry) => entry.method !== 'GET')).toEqual([]);
  });

  it('macros of both helpdesks come in with slots that are known', async () => {
    for (const [importer, standin, helpdesk] of [
      [zendeskMacros, standins.zendesk, 'zendesk'],
      [gorgiasMacros, standins.gorgias, 'gorgias'],
    ] as const) {
      const { articles, all, options } = await begin();
      const input = {
        account: standin.host,
        get: await sessionAt(standin, helpdesk),
        sleep: noWait,
        convert: convertHtml,
      };
      const report = await runImport(importer, input, articles, options);
      expect(report.stopped, helpdesk).toBeNull();
      expect(report.counts.new, helpdesk).toBeGreaterThanOrEqual(fixtureStore.macros.length);
      const stored = await all();
      expect(stored.every((article) => article.kind === 'canned-reply')).toBe(true);
      const slots = stored.flatMap((article) => findSlots(article.body));
      expect(slots.length, helpdesk).toBeGreaterThan(0);
      expect(slots.filter(({ slot }) => slot === 'customer.first_name').length, helpdesk).toBeGreaterThan(0);
      expect(
        slots.filter(({ slot }) => slot === null).map(({ name }) => name),
        helpdesk,
      ).toEqual([]);
    }
  });

  it('a limit is waited for, and a lost session ends the run with what was read', async () => {
    const { articles, options } = await begin();
    const account = standins.zendesk.host;
    const waits: number[] = [];
    const sleep = async (ms: number) => {
      waits.push(ms);
    };
    const input = { account, get: await sessionAt(standins.zendesk, 'zendesk'), sleep, convert: convertHtml };
    const path = /macros\/active/;
    standins.zendesk.fault({
      path,
      nth: 1,
      kind: { type: 'status', status: 429, headers: { 'retry-after': '3' } },
    });
    const limited = await runImport(zendeskMacros, input, articles, options);
    expect(limited.stopped).toBeNull();
    expect(waits).toEqual([3000]);
    standins.zendesk.fault({ path, nth: 1, kind: { type: 'login' } });
    const lost = await runImport(zendeskMacros, input, articles, options);
    expect(lost).toMatchObject({ stopped: 'source', counts: { gone: 0 } });
    expect(lost.failure?.code).toBe('signed-out');
  });
});
