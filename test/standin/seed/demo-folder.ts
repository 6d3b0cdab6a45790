import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { SeedArticle, SeedStore } from '../contract';
import {
  customersFileSchema,
  frontMatterSchema,
  macrosFileSchema,
  ordersFileSchema,
  storeFileSchema,
  ticketsFileSchema,
} from './schema';
import { parseSeed, readSeedJson, readSeedText, SeedError } from './seed-file';

const demoArticles = resolve(import.meta.dirname, '../../../lib/knowledge/demo-shop/articles');

/** Kinds that live in a help centre. Canned replies are macros there, examples are nowhere. */
const articleKinds = new Set(['policy', 'product', 'faq', 'procedure']);

/** The demo form; articles in `articles/` of the folder, else those of the built-in demo shop. */
export function loadDemoFolder(dir: string): SeedStore {
  const own = join(dir, 'articles');
  return {
    ...readSeedJson(join(dir, 'store.json'), storeFileSchema),
    customers: readSeedJson(join(dir, 'customers.json'), customersFileSchema),
    orders: readSeedJson(join(dir, 'orders.json'), ordersFileSchema),
    tickets: readSeedJson(join(dir, 'tickets.json'), ticketsFileSchema),
    macros: readSeedJson(join(dir, 'macros.json'), macrosFileSchema),
    articles: readArticles(existsSync(own) ? own : demoArticles),
  };
}

function readArticles(dir: string): SeedArticle[] {
  if (!existsSync(dir)) throw new SeedError(dir, 'is missing');
  const articles: SeedArticle[] = [];
  for (const name of readdirSync(dir).sort()) {
    if (!name.endsWith('.md')) continue;
    const file = join(dir, name);
    const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(readSeedText(file));
    if (!match) throw new SeedError(file, 'does not start with front matter between two lines ---');
    const matter = parseSeed(file, parseYaml(file, match[1] ?? ''), frontMatterSchema);
    if (!articleKinds.has(matter.kind)) continue;
    articles.push({
      id: matter.id,
      kind: matter.kind,
      title: matter.title,
      body: (match[2] ?? '').trim(),
      locale: matter.locale,
      labels: matter.labels ?? [],
      audience: matter.audience === 'public' ? 'public' : 'internal',
      updatedAt: new Date(matter.updatedAt).toISOString(),
    });
  }
  if (articles.length === 0) throw new SeedError(dir, 'holds no articles');
  return articles;
}

function parseYaml(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new SeedError(file, `front matter is not YAML (${error instanceof Error ? error.message : error})`);
  }
}
