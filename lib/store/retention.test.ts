import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptySession } from '@/lib/draft/session/session';
import { dayMs, defaultRetention, type Retention } from '@/lib/privacy/retention';
import type { FootnoteDatabase } from './database';
import { createRetentionRepository, type RetentionRepository } from './retention';
import { openStore, type Store } from './store';

const today = Date.UTC(2026, 10, 24, 12);
let now = today;
let store: Store;
let db: FootnoteDatabase;
let retention: RetentionRepository;

const daysAgo = (days: number) => new Date(today - days * dayMs).toISOString();
const keepAll: Retention = { drafts: null, outcomes: null, questions: null, audit: null };

beforeEach(async () => {
  now = today;
  store = await openStore({ indexedDB: new IDBFactory(), IDBKeyRange, now: () => new Date(now) });
  db = store.database;
  retention = createRetentionRepository(db, () => new Date(now));
});
afterEach(() => store.close());

async function addDrafts(ages: readonly number[]): Promise<void> {
  await db.drafts.bulkAdd(
    ages.map((days, index) => ({ ticketKey: `t${index}`, savedAt: daysAgo(days), session: emptySession })),
  );
}

async function addQuestions(articleId: string, ages: Readonly<Record<string, number>>): Promise<void> {
  await db.bodies.put({ id: articleId, body: 'Words.', askedAs: Object.keys(ages) });
  await db.questions.bulkPut(
    Object.entries(ages).map(([question, days]) => ({ articleId, question, at: daysAgo(days) })),
  );
}

function value<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('retention', () => {
  it('takes away what is older than its limit, to the millisecond, and leaves the rest', async () => {
    await addDrafts([31, 30, 29]);
    now = today + 1;
    expect(value(await retention.run(defaultRetention))).toEqual({ drafts: 2 });
    expect((await db.drafts.toArray()).map(({ ticketKey }) => ticketKey)).toEqual(['t2']);
  });

  it('takes away thousands in batches', async () => {
    await addDrafts(Array.from({ length: 1_203 }, () => 40));
    expect(value(await retention.run(defaultRetention))).toEqual({ drafts: 1_203 });
    expect(await db.drafts.count()).toBe(0);
  });

  it('keeps for ever what has no limit', async () => {
    await addDrafts([4_000]);
    expect(value(await retention.run(keepAll))).toEqual({});
    expect(await db.drafts.count()).toBe(1);
  });

  it('foresees exactly what the run then takes, and changes nothing by it', async () => {
    await addDrafts([31, 29.5, 10]);
    await addQuestions('lids', { 'is the lid steel': 400, 'does it leak': 3 });
    const tomorrow = today + dayMs;
    const seen = value(await retention.foresee(defaultRetention, tomorrow));
    expect(seen.drafts).toEqual({ kept: 3, due: 2, oldestAt: daysAgo(31) });
    expect(seen.questions).toEqual({ kept: 2, due: 1, oldestAt: daysAgo(400) });
    expect(seen.outcomes).toEqual({ kept: 0, due: 0, oldestAt: null });
    expect(await db.drafts.count()).toBe(3);
    now = tomorrow;
    expect(value(await retention.run(defaultRetention))).toEqual({ drafts: 2, questions: 1 });
  });

  it('takes questions out of their articles and marks these for the index', async () => {
    await addQuestions('lids', { 'is the lid steel': 400, 'does it leak': 3 });
    await addQuestions('cups', { 'how large is a cup': 500 });
    await addQuestions('pans', { 'which pan is light': 5 });
    await retention.run(defaultRetention);
    expect((await db.bodies.toArray()).map(({ id, askedAs }) => [id, askedAs])).toEqual([
      ['cups', []],
      ['lids', ['does it leak']],
      ['pans', ['which pan is light']],
    ]);
    expect([...value(await store.questions.listUnindexed())].sort()).toEqual(['cups', 'lids']);
    await store.questions.indexed(['cups']);
    expect(value(await store.questions.listUnindexed())).toEqual(['lids']);
  });

  it('survives a question whose article is gone', async () => {
    await db.questions.put({ articleId: 'gone', question: 'where is it', at: daysAgo(500) });
    expect(value(await retention.run(defaultRetention))).toEqual({ questions: 1 });
    expect(value(await store.questions.listUnindexed())).toEqual([]);
  });

  it('shortens the audit log so that its chain still holds, and notes the run in it by numbers only', async () => {
    now = today - 800 * dayMs;
    for (let index = 0; index < 3; index++) await store.audit.append({ kind: 'pruned', counts: {} });
    now = today;
    await addDrafts([90]);
    expect(value(await retention.run(defaultRetention))).toEqual({ drafts: 1, audit: 3 });
    expect(value(await store.audit.check())).toMatchObject({ ok: true, entries: 1, last: { seq: 4 } });
    expect((await db.audit.toArray())[0]).toMatchObject({
      seq: 4,
      event: { kind: 'pruned', counts: { drafts: 1, audit: 3 } },
    });
  });

  it('writes no entry when nothing went', async () => {
    await addDrafts([1]);
    await retention.run(defaultRetention);
    expect(await db.audit.count()).toBe(0);
  });

  it('notes what went before it had to stop', async () => {
    await addDrafts([90]);
    db.outcomes.where = () => {
      throw Object.assign(new Error('broken'), { name: 'UnknownError' });
    };
    expect(await retention.run(defaultRetention)).toEqual({
      ok: false,
      error: { code: 'storage-damaged' },
    });
    expect((await db.audit.toArray())[0]).toMatchObject({ event: { counts: { drafts: 1 } } });
  });
});
