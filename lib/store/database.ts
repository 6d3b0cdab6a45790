import { Dexie, type Table } from 'dexie';
import type { Article, ArticleVersion } from '@/lib/knowledge/article';
import type { AuditEntry, ChainLink } from '@/lib/privacy/audit-chain';
import type { IndexManifest } from '@/lib/search/worker/storage';
import type { ImportSource } from './import-sources';
import { type Migration, migrations } from './migrations';
import type { Outcome } from './outcome';

/** An article without its words. */
export type ArticleHead = Omit<Article, 'body' | 'askedAs'>;
export type HeadRow = ArticleHead & { readonly seq: number };
export type BodyRow = Pick<Article, 'id' | 'body' | 'askedAs'>;
export interface SegmentRow {
  readonly id: string;
  readonly bytes: ArrayBuffer;
}
export interface DraftRow {
  readonly ticketKey: string;
  /** ISO 8601. */
  readonly savedAt: string;
  /** Parsed when it is loaded, because it may have been written by an older build. */
  readonly session: unknown;
}
export interface QuestionRow {
  readonly articleId: string;
  readonly question: string;
  /** When it was learned. ISO 8601. */
  readonly at: string;
}
export interface VectorRow {
  readonly articleId: string;
  /** Number of the write that brought it. */
  readonly seq: number;
  /** A block of `lib/search/meaning/block`. */
  readonly bytes: ArrayBuffer;
}
export type MetaRow =
  | { readonly key: 'manifest'; readonly manifest: IndexManifest }
  /** Number of the last write to articles, and of the last one that removed any. */
  | { readonly key: 'articles'; readonly seq: number; readonly removedSeq: number }
  /** Where the audit log begins (the last entry that retention took away) and ends. */
  | { readonly key: 'audit'; readonly anchor: ChainLink; readonly head: ChainLink }
  /** Whose meaning vectors are stored, and the number of the last write of any. */
  | { readonly key: 'vectors'; readonly space: string | null; readonly seq: number }
  /** Articles that changed while no search was at hand. */
  | { readonly key: 'unindexed'; readonly articleIds: readonly string[] };

const databaseName = 'footnote';

export interface DatabaseOptions {
  readonly name?: string;
  /** Another IndexedDB than the browser's: the memory mode, tests. */
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof globalThis.IDBKeyRange;
  readonly migrations?: readonly Migration[];
}

export class FootnoteDatabase extends Dexie {
  declare readonly heads: Table<HeadRow, string>;
  declare readonly bodies: Table<BodyRow, string>;
  declare readonly versions: Table<ArticleVersion, [string, number]>;
  declare readonly segments: Table<SegmentRow, string>;
  declare readonly meta: Table<MetaRow, string>;
  declare readonly drafts: Table<DraftRow, string>;
  declare readonly outcomes: Table<Outcome, string>;
  declare readonly importSources: Table<ImportSource, string>;
  declare readonly audit: Table<AuditEntry, number>;
  declare readonly questions: Table<QuestionRow, [string, string]>;
  declare readonly vectors: Table<VectorRow, string>;

  constructor(options: DatabaseOptions = {}) {
    const { indexedDB, IDBKeyRange } = options;
    super(options.name ?? databaseName, {
      ...(indexedDB && { indexedDB }),
      ...(IDBKeyRange && { IDBKeyRange }),
    });
    for (const { version, tables, upgrade } of options.migrations ?? migrations) {
      const declared = this.version(version).stores({ ...tables });
      if (upgrade) declared.upgrade(upgrade);
    }
  }
}
