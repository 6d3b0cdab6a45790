import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { openStore } from '@/lib/store/store';
import { createIds } from '../ids';
import type { ArticleDraft } from '../import-plan';
import { blankContent, editArticle, type VersionTools } from '../versions';
import type { Importer, ImportItem } from './contract';
import { type ImportOptions, type ImportRepository, runImport } from './run-import';
import { webDigest } from './web-digest';

const tools: VersionTools = {
  digest: webDigest,
  newId: createIds(Date.now, Math.random),
  now: () => '2026-11-24T10:00:00.000Z',
};

const list: Importer<readonly ImportItem[]> = {
  id: 'list',
  name: 'A list',
  async *open(items) {
    yield* items;
  },
};

function row(id: string, body: string, scope = 'all'): ImportItem {
  const draft: ArticleDraft = {
    where: id,
    externalId: id,
    scope,
    url: null,
    updatedAt: null,
    verification: null,
    content: { ...blankContent, title: id, body },
  };
  return { kind: 'article', draft };
}

async function begin() {
  const { articles } = await openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  const run = (
    items: readonly ImportItem[],
    more: Partial<ImportOptions> = {},
    repository: ImportRepository = articles,
  ) => runImport(list, items, repository, { signal: new AbortController().signal, tools, ...more });
  const bodies = async () => {
    const heads = await articles.list();
    const found = await articles.getMany(heads.ok ? heads.value.map((head) => head.id) : []);
    return Object.fromEntries(found.ok ? found.value.map((article) => [article.title, article.body]) : []);
  };
  const editHere = async (title: string, body: string) => {
    const heads = await articles.list();
    const id = heads.ok ? heads.value.find((head) => head.title === title)!.id : '';
    const found = await articles.get(id);
    if (!found.ok || !found.value) throw new Error('not stored');
    await articles.put([(await editArticle(found.value, { body }, { author: 'Priya' }, tools))!]);
  };
  return { articles, run, bodies, editHere };
}

describe('a second import', () => {
  it('leaves alone what was only edited here', async () => {
    const { run, bodies, editHere } = await begin();
    await run([row('a', 'one')]);
    await editHere('a', 'mine');
    expect((await run([row('a', 'one')])).counts).toMatchObject({ unchanged: 1, changed: 0, bothChanged: 0 });
    expect(await bodies()).toEqual({ a: 'mine' });
  });

  it('keeps ours when both sides changed, and says so each time until somebody decides', async () => {
    const { run, bodies, editHere } = await begin();
    await run([row('a', 'one')]);
    await editHere('a', 'mine');
    for (const _ of [1, 2]) {
      const report = await run([row('a', 'theirs')]);
      expect(report.counts).toMatchObject({ bothChanged: 1, changed: 0 });
      expect(report.rows).toMatchObject([{ verdict: 'both-changed', externalId: 'a', title: 'a' }]);
    }
    expect(await bodies()).toEqual({ a: 'mine' });
  });

  it('settles it as decided: ours stays and is not asked again, theirs becomes a version', async () => {
    const { run, bodies, editHere } = await begin();
    await run([row('a', 'one'), row('b', 'one')]);
    await editHere('a', 'mine');
    await editHere('b', 'mine');
    const decisions = new Map([
      ['a', 'mine'],
      ['b', 'theirs'],
    ] as const);
    await run([row('a', 'theirs'), row('b', 'theirs')], { decisions });
    expect(await bodies()).toEqual({ a: 'mine', b: 'theirs' });
    expect((await run([row('a', 'theirs'), row('b', 'theirs')])).counts).toMatchObject({
      unchanged: 2,
      bothChanged: 0,
    });
  });

  it('names what is gone and deletes nothing', async () => {
    const { run, bodies } = await begin();
    await run([row('a', 'one'), row('b', 'two'), row('c', 'three', 'elsewhere')]);
    const report = await run([row('a', 'one')]);
    expect(report.counts).toMatchObject({ gone: 1, unchanged: 1 });
    expect(report.rows).toMatchObject([{ verdict: 'gone', externalId: 'b' }]);
    expect(Object.keys(await bodies()).sort()).toEqual(['a', 'b', 'c']);
  });

  it('follows a renamed file without a second copy', async () => {
    const { run, articles } = await begin();
    const named = (id: string): ImportItem => {
      const item = row(id, 'same');
      return item.kind === 'article'
        ? { ...item, draft: { ...item.draft, content: { ...item.draft.content, title: 'T' } } }
        : item;
    };
    await run([named('old.md')]);
    expect((await run([named('new.md')])).counts).toMatchObject({ new: 0, unchanged: 1, gone: 0 });
    const known = await articles.listSource('list');
    expect(known.ok && known.value.map((each) => each.externalId)).toEqual(['new.md']);
    expect((await run([named('new.md')])).written).toBe(0);
  });

  it('takes a new verification without a new version', async () => {
    const { run, articles } = await begin();
    const verified = (at: string): ImportItem => {
      const item = row('a', 'one');
      const verification = { at, by: 'Priya', everyDays: 90 };
      return item.kind === 'article' ? { ...item, draft: { ...item.draft, verification } } : item;
    };
    await run([verified('2026-01-01')]);
    expect((await run([verified('2026-11-01')])).counts).toMatchObject({ changed: 1 });
    const heads = await articles.list();
    expect(heads.ok && heads.value).toMatchObject([{ version: 1, verification: { at: '2026-11-01' } }]);
  });
});

describe('an import that does not reach its end', () => {
  const rows = Array.from({ length: 1000 }, (_, at) => row(`r${at}`, `text ${at}`));

  it('interrupted at 60 % leaves whole articles, calls none gone, and goes on next time', async () => {
    const { run, articles, bodies } = await begin();
    await run(rows.slice(0, 300));
    const stop = new AbortController();
    const interrupted: Importer<null> = {
      id: 'list',
      name: 'A list',
      async *open() {
        for (const [at, each] of rows.entries()) {
          if (at === 600) stop.abort();
          yield each;
        }
      },
    };
    const report = await runImport(interrupted, null, articles, { signal: stop.signal, tools });
    expect(report).toMatchObject({ stopped: 'cancelled', counts: { new: 300, unchanged: 300, gone: 0 } });
    expect(Object.keys(await bodies())).toHaveLength(600);
    const rest = await run(rows);
    expect(rest.counts).toMatchObject({ new: 400, unchanged: 600, gone: 0 });
    expect(Object.keys(await bodies())).toHaveLength(1000);
  });

  it('says which failure of the source ended it, and calls nothing gone', async () => {
    const { run } = await begin();
    await run(rows.slice(0, 10));
    const failed: ImportItem = { kind: 'failed', failure: { code: 'signed-out' } };
    const report = await run([rows[0]!, failed, rows[1]!]);
    expect(report).toMatchObject({
      stopped: 'source',
      failure: { code: 'signed-out' },
      examined: 1,
      counts: { gone: 0 },
    });
  });

  it('stops at a full disk, keeps the batches before it, and tells how many were written', async () => {
    const { run, articles, bodies } = await begin();
    let writes = 0;
    const full: ImportRepository = {
      ...articles,
      put: async (changes) =>
        ++writes > 2 ? { ok: false, error: { code: 'storage-full' } } : articles.put(changes),
    };
    const report = await run(rows, { batchSize: 100 }, full);
    expect(report).toMatchObject({ stopped: 'storage', failure: { code: 'storage-full' }, written: 200 });
    expect(Object.keys(await bodies())).toHaveLength(200);
  });

  it('tells progress while it goes', async () => {
    const { run } = await begin();
    const told: [number, number | null, number][] = [];
    const items = rows.flatMap((each, at): ImportItem[] =>
      at % 250 === 249 ? [each, { kind: 'progress', done: at + 1, total: 1000 }] : [each],
    );
    await run(items, { onProgress: ({ done, total, written }) => told.push([done, total, written]) });
    expect(told[0]).toEqual([250, 1000, 220]);
    expect(told.at(-1)).toEqual([1000, 1000, 1000]);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b));
  });
});
