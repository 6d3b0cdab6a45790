import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditEvent } from '@/lib/privacy/audit';
import { openStore, type Store } from './store';

let indexedDB: IDBFactory;
let store: Store;
let minutes = 0;
const now = () => new Date(Date.UTC(2026, 0, 1, 0, minutes++));

const inserted = (draft: string): AuditEvent => ({
  kind: 'inserted',
  by: 'Noor',
  ticket: 'gorgias:acme.gorgias.com:12',
  draft,
  articles: [{ id: 'refunds', version: 3 }],
  visibility: 'public',
  kept: {},
  editDistance: 0,
});

async function append(count: number): Promise<void> {
  for (let index = 0; index < count; index++)
    expect(await store.audit.append(inserted(`draft-${index}`))).toEqual({ ok: true, value: undefined });
}

async function check() {
  const checked = await store.audit.check();
  if (!checked.ok) throw new Error(checked.error.code);
  return checked.value;
}

beforeEach(async () => {
  indexedDB = new IDBFactory();
  minutes = 0;
  store = await openStore({ indexedDB, IDBKeyRange, now });
});
afterEach(() => store.close());

describe('the audit log', () => {
  it('starts empty and whole', async () => {
    expect(await check()).toMatchObject({ ok: true, entries: 0 });
    expect(await store.audit.summary()).toMatchObject({
      ok: true,
      value: { entries: 0, firstAt: null, lastAt: null },
    });
  });

  it('keeps one chain when several windows write at once', async () => {
    const other = await openStore({ indexedDB, IDBKeyRange, now });
    const writes = Array.from({ length: 12 }, (_, index) =>
      (index % 2 === 0 ? store : other).audit.append(inserted(`draft-${index}`)),
    );
    expect((await Promise.all(writes)).every((written) => written.ok)).toBe(true);
    expect(await check()).toMatchObject({ ok: true, entries: 12, last: { seq: 12 } });
    other.close();
  });

  it('tells the first entry that was changed, with its time', async () => {
    await append(5);
    const entry = await store.database.audit.get(3);
    await store.database.audit.put({
      ...entry!,
      event: { ...inserted('draft-2'), kind: 'sent' } as AuditEvent,
    });
    expect(await check()).toMatchObject({
      ok: false,
      entries: 2,
      broken: { seq: 3, problem: 'changed' },
      brokenAt: '2026-01-01T00:02:00.000Z',
    });
  });

  it('tells entries that were removed, in the middle, at the end, or all of them', async () => {
    await append(5);
    await store.database.audit.delete(5);
    expect(await check()).toMatchObject({ ok: false, broken: { seq: 5, problem: 'missing' } });
    await store.database.audit.delete(2);
    expect(await check()).toMatchObject({
      ok: false,
      broken: { seq: 2, problem: 'missing' },
      brokenAt: null,
    });
    await store.database.audit.clear();
    expect(await check()).toMatchObject({ ok: false, broken: { seq: 1, problem: 'missing' } });
  });

  it('checks more entries than it reads at a time', async () => {
    await append(1_100);
    expect(await check()).toMatchObject({ ok: true, entries: 1_100 });
    await store.database.audit.update(1_050, { at: '2026-01-01T00:00:00.000Z' });
    expect(await check()).toMatchObject({ ok: false, entries: 1_049, broken: { seq: 1_050 } });
  });

  it('is whole after its old end was taken away, and goes on from there', async () => {
    await append(1_100);
    const pruned = await store.audit.pruneBefore(new Date(Date.UTC(2026, 0, 1, 0, 1_050)).toISOString());
    expect(pruned).toEqual({ ok: true, value: 1_050 });
    await append(1);
    expect(await check()).toMatchObject({ ok: true, entries: 51, last: { seq: 1_101 } });
    await store.audit.pruneBefore('2027');
    expect(await check()).toMatchObject({ ok: true, entries: 0, last: { seq: 1_101 } });
    await append(1);
    expect(await check()).toMatchObject({ ok: true, entries: 1, last: { seq: 1_102 } });
  });

  it('does not tidy a broken entry away', async () => {
    await append(6);
    await store.database.audit.update(3, { at: '2026-01-01T00:02:30.000Z' });
    expect(await store.audit.pruneBefore('2027')).toEqual({ ok: true, value: 2 });
    expect(await check()).toMatchObject({ ok: false, broken: { seq: 3, problem: 'changed' } });
  });

  it('is given out as JSON lines that hold every entry as it is stored', async () => {
    await append(3);
    await store.audit.pruneBefore('2026-01-01T00:01:00.000Z');
    const read = await store.audit.readLines();
    const lines = (read.ok ? read.value : []).join('').trimEnd().split('\n');
    const [head, ...entries] = lines.map((line) => JSON.parse(line));
    expect(head).toMatchObject({ log: 'footnote-audit', begins: { seq: 1 }, ends: { seq: 3 } });
    expect(entries).toEqual(await store.database.audit.toArray());
    expect(entries.map((entry) => entry.seq)).toEqual([2, 3]);
    expect(entries[0].previous).toBe(head.begins.hash);
  });
});
