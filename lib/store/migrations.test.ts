import { existsSync, readFileSync } from 'node:fs';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { openBlock } from '@/lib/search/meaning/block';
import { migrations } from './migrations';
import { openStore, type Store } from './store';

/** Rows as a build of that version wrote them, by table. */
function example(version: number): Record<string, Record<string, unknown>[]> {
  const file = new URL(`../../test/fixtures/knowledge/store-version-${version}.json`, import.meta.url);
  if (!existsSync(file))
    throw new Error(`No example of stored rows for version ${version}: ${file.pathname}`);
  const tables: Record<string, Record<string, unknown>[]> = JSON.parse(readFileSync(file, 'utf8'));
  // JSON knows no bytes.
  for (const row of tables.vectors ?? []) row.bytes = new Uint8Array(row.bytes as number[]).buffer;
  return tables;
}

/** As the database itself has them. */
function indexesOf(store: Store, table: string): string[] {
  return [...store.database.backendDB().transaction(table).objectStore(table).indexNames];
}

async function writeOld(indexedDB: IDBFactory, version: number): Promise<void> {
  const old = await openStore({
    indexedDB,
    IDBKeyRange,
    migrations: migrations.filter((each) => each.version <= version),
  });
  for (const [table, rows] of Object.entries(example(version))) await old.database.table(table).bulkAdd(rows);
  old.close();
}

describe('stored rows', () => {
  it('rise by one from version 1', () => {
    expect(migrations.map((each) => each.version)).toEqual(migrations.map((_, at) => at + 1));
  });

  for (const { version } of migrations) {
    it(`of version ${version} are read by this build`, async () => {
      const indexedDB = new IDBFactory();
      await writeOld(indexedDB, version);
      const store = await openStore({ indexedDB, IDBKeyRange });
      expect(store.mode).toBe('disk');
      expect(indexesOf(store, 'heads')).toEqual(['seq', 'source.system']);

      const heads = await store.articles.list();
      expect(heads.ok && heads.value.length).toBeGreaterThan(0);
      const ids = heads.ok ? heads.value.map((head) => head.id) : [];
      const articles = await store.articles.getMany(ids);
      expect(articles.ok && articles.value.map((each) => each.title)).toEqual(['Returns within 30 days']);
      const history = await store.articles.versions(ids[0]!);
      expect(history.ok && history.value.map((each) => each.version)).toEqual([2, 1]);
      const draft = await store.drafts.loadDraft('zendesk:acme.zendesk.com:4711');
      expect(draft.ok && draft.value?.session.alternatives[0]?.finished).toBe('cut');
      const outcomes = await store.outcomes.list();
      expect(outcomes).toMatchObject({
        ok: true,
        value: { unreadable: 0, outcomes: [{ editDistance: 12 }] },
      });
      const sources = await store.importSources.list();
      expect(sources.ok && sources.value.map((each) => each.id)).toEqual(['files:help/']);
      const audit = await store.audit.check();
      expect(audit).toMatchObject({ ok: true, value: { ok: true, entries: version < 2 ? 0 : 3 } });
      const questions = await store.database.questions.toArray();
      expect(questions).toHaveLength(version < 2 ? 0 : 1);
      for (const { articleId, at } of questions) {
        expect(ids).toContain(articleId);
        // Of before: from the upgrade on. Else as it was.
        expect(at === '2026-11-24T10:02:00.000Z').toBe(version >= 3);
      }
      const vectors = await store.vectors.load(ids);
      const blocks = vectors.ok ? [...vectors.value.values()].map(openBlock) : [];
      expect(blocks.map((block) => block?.passages)).toEqual(version < 4 ? [] : [1]);
      store.close();
    });
  }
});
