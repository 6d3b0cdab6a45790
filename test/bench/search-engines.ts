import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { analyzerFor } from '@/lib/search/analysis/analyze';
import type { SearchDocument } from '@/lib/search/contract';
import { search } from '@/lib/search/search';
import { createIndex, type SearchIndex } from '@/lib/search/search-index';
import { buildSegment, SegmentBuilder } from '@/lib/search/segment/builder';
import { openSegment, type Segment } from '@/lib/search/segment/open';
import { segmentBytes } from '@/lib/search/worker/build-index';
import { type BenchPassage, passagesOf } from './search-corpus';

/** One engine under the clock. Documents are prepared outside of it, storing and opening inside. */
export interface BenchEngine {
  prepare(documents: readonly SearchDocument[]): void;
  build(): void;
  /** Writes what a browser would have to keep. */
  store(folder: string): void;
  open(folder: string): void;
  query(text: string): string | undefined;
  /** Replaces one article, so that the next query sees it. */
  edit(document: SearchDocument): void;
}

export function createEngine(name: string): Promise<BenchEngine> | BenchEngine {
  if (name === 'footnote') return new Footnote();
  if (name === 'minisearch') return new TunedMiniSearch();
  if (name === 'sqlite-fts5') return SqliteFts.create();
  throw new Error(`Unknown engine "${name}": footnote, minisearch, sqlite-fts5.`);
}

export function storedBytes(folder: string): number {
  return readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}

class Footnote implements BenchEngine {
  private documents: readonly SearchDocument[] = [];
  private built: ArrayBuffer[] = [];
  private segments: Segment[] = [];
  private index: SearchIndex = createIndex([]);

  prepare(documents: readonly SearchDocument[]): void {
    this.documents = documents;
  }

  build(): void {
    this.built = [];
    const builder = new SegmentBuilder();
    for (const document of this.documents) {
      builder.add(document);
      if (builder.estimatedBytes < segmentBytes) continue;
      this.built.push(builder.finish());
    }
    if (builder.articles > 0) this.built.push(builder.finish());
  }

  store(folder: string): void {
    this.built.forEach((bytes, i) => {
      writeFileSync(join(folder, `${i}.segment`), new Uint8Array(bytes));
    });
  }

  open(folder: string): void {
    this.segments = readdirSync(folder).map((file) => {
      const bytes = readFileSync(join(folder, file));
      const opened = openSegment(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
      if (!opened.ok) throw new Error(`${file} does not open: ${opened.error.code}`);
      return opened.value;
    });
    this.index = createIndex(this.segments);
  }

  query(text: string): string | undefined {
    return search(this.index, { text, limit: 10 }).hits[0]?.articleId;
  }

  edit(document: SearchDocument): void {
    const deletes = this.segments.map((segment) => {
      const article = segment.findArticle(document.articleId);
      if (article === -1) return null;
      const bits = new Uint8Array(Math.ceil(segment.counts.articles / 8));
      bits[article >>> 3] = 1 << (article & 7);
      return bits;
    });
    const opened = openSegment(buildSegment([document]));
    if (!opened.ok) throw new Error(opened.error.code);
    this.index = createIndex([...this.segments, opened.value], [...deletes, null]);
  }
}

/** MiniSearch as its users tune it: the same stemmer and stop words as ours, OR, heavier titles. */
class TunedMiniSearch implements BenchEngine {
  private passages: BenchPassage[] = [];
  private readonly analyzer = analyzerFor('en');
  private readonly options = {
    fields: ['title', 'text'],
    processTerm: (term: string) => {
      const lower = term.toLowerCase();
      return this.analyzer.isStop(lower) ? null : this.analyzer.termOf(lower);
    },
  };
  private readonly ranking = { boost: { title: 3 }, bm25: { k: 1.2, b: 0.7, d: 0.5 } };
  private index = new MiniSearch<BenchPassage>(this.options);

  prepare(documents: readonly SearchDocument[]): void {
    this.passages = passagesOf(documents);
  }

  build(): void {
    this.index.addAll(this.passages);
  }

  store(folder: string): void {
    writeFileSync(join(folder, 'index.json'), JSON.stringify(this.index));
  }

  open(folder: string): void {
    this.index = MiniSearch.loadJSON(readFileSync(join(folder, 'index.json'), 'utf8'), this.options);
  }

  query(text: string): string | undefined {
    return this.index.search(text, this.ranking)[0]?.id;
  }

  edit(document: SearchDocument): void {
    for (const passage of passagesOf([document])) {
      if (this.index.has(passage.id)) this.index.discard(passage.id);
      this.index.add(passage);
    }
  }
}

/** SQLite's own full-text index, native code: the strongest peer that a desktop program would take. */
class SqliteFts implements BenchEngine {
  private passages: BenchPassage[] = [];
  private db: import('node:sqlite').DatabaseSync;

  private constructor(private readonly sqlite: typeof import('node:sqlite')) {
    this.db = new sqlite.DatabaseSync(':memory:');
  }

  static async create(): Promise<SqliteFts> {
    return new SqliteFts(await import('node:sqlite'));
  }

  prepare(documents: readonly SearchDocument[]): void {
    this.passages = passagesOf(documents);
  }

  build(): void {
    this.db.exec(
      "create virtual table passages using fts5(id unindexed, title, text, content='', contentless_unindexed=1, tokenize='porter unicode61')",
    );
    const insert = this.db.prepare('insert into passages(id, title, text) values (?, ?, ?)');
    this.db.exec('begin');
    for (const { id, title, text } of this.passages) insert.run(id, title, text);
    this.db.exec('commit');
  }

  store(folder: string): void {
    const file = join(folder, 'index.sqlite');
    if (existsSync(file)) rmSync(file);
    this.db.exec(`vacuum into '${file}'`);
  }

  open(folder: string): void {
    this.db = new this.sqlite.DatabaseSync(join(folder, 'index.sqlite'));
  }

  query(text: string): string | undefined {
    const words = [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])];
    const match = words.map((word) => `"${word}"`).join(' OR ');
    const row = this.db
      .prepare('select id from passages where passages match ? order by bm25(passages, 0, 3, 1) limit 10')
      .get(match);
    return row ? String(row.id) : undefined;
  }

  edit(document: SearchDocument): void {
    const insert = this.db.prepare('insert into passages(id, title, text) values (?, ?, ?)');
    for (const { id, title, text } of passagesOf([document])) insert.run(id, title, text);
  }
}
