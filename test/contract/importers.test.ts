import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { articleContentSchema } from '@/lib/knowledge/article';
import { createIds } from '@/lib/knowledge/ids';
import type { ImportItem } from '@/lib/knowledge/import/contract';
import { importers } from '@/lib/knowledge/import/registry';
import { runImport } from '@/lib/knowledge/import/run-import';
import { webDigest } from '@/lib/knowledge/import/web-digest';
import type { VersionTools } from '@/lib/knowledge/versions';
import { openStore, type Store } from '@/lib/store/store';
import { type ImporterCase, importerCases } from './importer-cases';

const tools: VersionTools = {
  digest: webDigest,
  newId: createIds(Date.now, Math.random),
  now: () => '2026-11-24T10:00:00.000Z',
};
const never = () => new AbortController().signal;
const open = () => openStore({ indexedDB: new IDBFactory(), IDBKeyRange });

async function collect(each: ImporterCase, signal = never(), onItem?: (item: ImportItem) => void) {
  const items: ImportItem[] = [];
  for await (const item of each.importer.open(each.input(), signal)) {
    items.push(item);
    onItem?.(item);
  }
  return items;
}

async function stored(store: Store) {
  const heads = await store.articles.list();
  if (!heads.ok) throw new Error(heads.error.code);
  const articles = await store.articles.getMany(heads.value.map((head) => head.id).sort());
  if (!articles.ok) throw new Error(articles.error.code);
  return articles.value;
}

it('covers every importer', () => {
  expect(importers.length).toBeGreaterThan(4);
  expect(importerCases.map((each) => each.importer)).toEqual([...importers]);
  expect(new Set(importers.map((each) => each.id)).size).toBe(importers.length);
});

describe.each(importerCases.map((each) => [each.importer.id, each] as const))('%s', (_id, each) => {
  const refusedRows = Object.values(each.refusals).reduce((sum, count) => sum + count, 0);
  const isExact = each.importer.id !== 'demo-shop';

  it('gives whole articles, says where each stands, and counts up', async () => {
    const items = await collect(each);
    const drafts = items.flatMap((item) => (item.kind === 'article' ? [item.draft] : []));
    expect(drafts.length).toBeGreaterThan(1);
    for (const draft of drafts) {
      expect(z.safeParse(articleContentSchema, draft.content).error?.issues ?? []).toEqual([]);
      expect(draft.content.title.trim()).not.toBe('');
      expect(draft.content.body.trim()).not.toBe('');
      expect(draft.content.body).not.toMatch(/<script|alert\(1\)|x\(\)/);
      expect(draft.where).not.toBe('');
      expect(draft.externalId).not.toBe('');
    }
    const progress = items.flatMap((item) => (item.kind === 'progress' ? [item] : []));
    expect(progress.length).toBeGreaterThan(0);
    expect(progress.map((item) => item.done)).toEqual(
      progress.map((item) => item.done).sort((a, b) => a - b),
    );
    for (const { done, total } of progress) if (total !== null) expect(done).toBeLessThanOrEqual(total);
    expect(items.some((item) => item.kind === 'failed')).toBe(false);
  });

  it('ends without a failure soon after it is cancelled', async () => {
    const stop = new AbortController();
    let after = 0;
    const items = await collect(each, stop.signal, (item) => {
      if (stop.signal.aborted) after++;
      if (item.kind === 'article') stop.abort();
    });
    expect(items.filter((item) => item.kind === 'article').length).toBeGreaterThan(0);
    expect(items.some((item) => item.kind === 'failed')).toBe(false);
    // What one file or one page holds may still come.
    expect(after).toBeLessThan(12);
  });

  it('imports everything once, reports what it refused, and adds up', async () => {
    const store = await open();
    const report = await runImport(each.importer, each.input(), store.articles, { signal: never(), tools });
    expect(report).toMatchObject({ stopped: null, failure: null });
    if (isExact) expect(report.counts).toMatchObject({ new: each.articles, refused: refusedRows });
    else expect(report.counts.new).toBeGreaterThanOrEqual(each.articles);
    expect(report.examined).toBe(report.counts.new + report.counts.refused);
    const byCode: Record<string, number> = {};
    for (const { why, rows } of report.refused) byCode[why] = (byCode[why] ?? 0) + rows;
    expect(byCode).toEqual(each.refusals);
    expect(await stored(store)).toHaveLength(report.counts.new);
  });

  it('changes nothing when it is run again', async () => {
    const store = await open();
    const first = await runImport(each.importer, each.input(), store.articles, { signal: never(), tools });
    const before = await stored(store);
    const second = await runImport(each.importer, each.input(), store.articles, { signal: never(), tools });
    expect(second.counts).toEqual({ ...first.counts, new: 0, unchanged: first.counts.new });
    expect(second.written).toBe(0);
    expect(await stored(store)).toEqual(before);
  });

  it('writes nothing in a preview, and promises what the run then does', async () => {
    const store = await open();
    const options = { signal: never(), tools };
    const preview = await runImport(each.importer, each.input(), store.articles, {
      ...options,
      dryRun: true,
    });
    expect(await stored(store)).toEqual([]);
    expect(preview.written).toBe(0);
    const real = await runImport(each.importer, each.input(), store.articles, options);
    expect(real.counts).toEqual(preview.counts);
  });

  const { edited } = each;
  if (edited === null) return;
  it('takes a change at the source as a new version of the same article', async () => {
    const store = await open();
    const options = { signal: never(), tools };
    await runImport(each.importer, each.input(), store.articles, options);
    const before = await stored(store);
    const report = await runImport(each.importer, edited(), store.articles, options);
    expect(report.counts).toMatchObject({ new: 0, changed: 1, unchanged: before.length - 1, gone: 0 });
    const after = await stored(store);
    expect(after.map((article) => article.id)).toEqual(before.map((article) => article.id));
    expect(after.map((article) => article.version).sort()).toEqual([...before.slice(1).map(() => 1), 2]);
    expect((await runImport(each.importer, edited(), store.articles, options)).counts.unchanged).toBe(
      before.length,
    );
  });
});
