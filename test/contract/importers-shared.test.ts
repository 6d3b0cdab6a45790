import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { Article } from '@/lib/knowledge/article';
import { createIds } from '@/lib/knowledge/ids';
import { files } from '@/lib/knowledge/import/files/importer';
import { filesFromTexts } from '@/lib/knowledge/import/files/source-file';
import { convertHtml } from '@/lib/knowledge/import/formats/html-to-markdown';
import { runImport } from '@/lib/knowledge/import/run-import';
import { webDigest } from '@/lib/knowledge/import/web-digest';
import { openStore } from '@/lib/store/store';

// Real data that lies beside the project and is not part of it.
const shared = new URL('../../../shared/', import.meta.url).pathname;
const isThere = existsSync(`${shared}store`);
if (!isThere) console.warn(`SKIPPED: ${shared} is not there, so no real store and no corpora were imported.`);

const tools = {
  digest: webDigest,
  newId: createIds(Date.now, Math.random),
  now: () => new Date().toISOString(),
};

function folder(path: string, only?: (name: string) => boolean) {
  const names = readdirSync(path).filter((name) => only?.(name) ?? true);
  const found = filesFromTexts(
    names.map((name) => ({
      path: `${path.split('/').at(-1)}/${name}`,
      text: readFileSync(`${path}/${name}`, 'utf8'),
    })),
  );
  return { files: found, convert: convertHtml };
}

async function importFolder(path: string, only?: (name: string) => boolean) {
  const store = await openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  const options = { signal: new AbortController().signal, tools };
  const report = await runImport(files, folder(path, only), store.articles, options);
  const again = await runImport(files, folder(path, only), store.articles, options);
  const heads = await store.articles.list();
  const articles = await store.articles.getMany(heads.ok ? heads.value.map((head) => head.id) : []);
  store.close();
  return { report, again, articles: articles.ok ? articles.value : [] };
}

describe.skipIf(!isThere)('a real store', () => {
  it('comes in as policy, products and procedures, and its customers stay out', async () => {
    const { report, again, articles } = await importFolder(`${shared}store`);
    const kinds: Record<string, number> = {};
    for (const article of articles) kinds[article.kind] = (kinds[article.kind] ?? 0) + 1;
    expect(kinds).toEqual({ policy: 1, product: 50, procedure: 55, faq: 1 });
    expect(report.refused.map(({ where, why, rows }) => [where, why, rows])).toEqual([
      ['store/README.md', 'housekeeping-file', 1],
      ['store/conversations.jsonl', 'personal-data', 17],
      ['store/customers.json', 'personal-data', 136],
      ['store/orders.json', 'personal-data', 276],
    ]);
    expect(report.examined).toBe(articles.length + 430);
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: articles.length });
  });

  it('has readable products and procedures', async () => {
    const { articles } = await importFolder(`${shared}store`);
    const shirt = articles.find((article) => article.title === 'T-Shirt') as Article;
    expect(shirt.body).toContain('| Item id | Color | Size | Material | Style | Available | Price |');
    expect(shirt.body).toContain('| 9612497925 | blue | M | cotton | crew neck | yes | 50.88 |');
    const refund = articles.find((article) => article.title === 'Product Defect: Initiate Refund') as Article;
    expect(refund.audience).toBe('internal');
    expect(refund.body).toMatch(/^1\. All chats in this flow start by asking/m);
    expect(refund.body).toMatch(/^ {3}- Gift card/m);
    expect(articles.find((article) => article.kind === 'policy')?.title).toBe('Retail agent policy');
  });
});

describe.skipIf(!isThere)('a retrieval corpus', () => {
  const sets = isThere ? readdirSync(`${shared}retrieval`).filter((name) => !name.includes('.')) : [];
  it.each(sets)(
    '%s comes in row by row and adds up',
    async (set) => {
      const path = `${shared}retrieval/${set}`;
      const rows = readFileSync(`${path}/corpus.jsonl`, 'utf8').trim().split('\n');
      const { report, again, articles } = await importFolder(path, (name) => name === 'corpus.jsonl');
      expect(report.examined).toBe(rows.length);
      expect(articles).toHaveLength(report.counts.new);
      expect(report.counts.new + report.counts.refused).toBe(rows.length);
      expect(report.counts.refused).toBe(rows.filter((row) => JSON.parse(row).text.trim() === '').length);
      expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: articles.length });
      const first = JSON.parse(rows[0]!);
      const found = articles.find((article) => article.source?.externalId.endsWith(`#${first.id}`));
      expect(found?.body).toContain(first.text.trim().split('\n')[0].trimEnd().slice(0, 40));
    },
    120_000,
  );
});
