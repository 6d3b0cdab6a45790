import { err, ok } from '@/lib/result';
import type { SearchDocument } from '../contract';
import type { CommitFailure, IndexManifest, IndexStorage, VectorChanges } from './storage';

/** Where a commit can be made to fail, for tests of what a dying writer leaves behind. */
export type Disturbance = { readonly code: CommitFailure['code'] } | { readonly code: 'killed' };

/** Storage in memory with the same promises as the stored one: a commit is all or nothing. */
export class MemoryIndexStorage implements IndexStorage {
  readonly articles = new Map<string, SearchDocument>();
  readonly segments = new Map<string, ArrayBuffer>();
  manifest: IndexManifest | null = null;
  /** By article, with the number of the write that brought them. */
  readonly vectors = new Map<string, { seq: number; bytes: ArrayBuffer }>();
  vectorSpace: string | null = null;
  vectorSeq = 0;
  /** Taken by the next commit. */
  disturb: Disturbance | null = null;

  put(...documents: readonly SearchDocument[]): void {
    for (const document of documents) this.articles.set(document.articleId, document);
  }

  loadManifest(): Promise<IndexManifest | null> {
    return Promise.resolve(this.manifest);
  }

  loadSegment(id: string): Promise<ArrayBuffer | null> {
    return Promise.resolve(this.segments.get(id) ?? null);
  }

  commit({
    manifest,
    add,
    remove,
  }: Parameters<IndexStorage['commit']>[0]): ReturnType<IndexStorage['commit']> {
    const disturbed = this.disturb;
    this.disturb = null;
    if (disturbed?.code === 'killed') return Promise.reject(new Error('The worker was killed.'));
    if (disturbed) return Promise.resolve(err({ code: disturbed.code }));
    if ((this.manifest?.generation ?? 0) !== manifest.generation - 1) {
      return Promise.resolve(err({ code: 'stale-generation' }));
    }
    for (const { id, bytes } of add) this.segments.set(id, bytes);
    for (const id of remove) this.segments.delete(id);
    this.manifest = manifest;
    return Promise.resolve(ok(undefined));
  }

  putVectors(space: string | null, blocks: Readonly<Record<string, ArrayBuffer>>): void {
    if (space !== this.vectorSpace) this.vectors.clear();
    this.vectorSpace = space;
    this.vectorSeq++;
    for (const [id, bytes] of Object.entries(blocks)) this.vectors.set(id, { seq: this.vectorSeq, bytes });
  }

  loadVectors(afterSeq: number): Promise<VectorChanges> {
    const blocks = [...this.vectors]
      .filter(([, { seq }]) => seq > afterSeq)
      .map(([articleId, { bytes }]) => ({ articleId, bytes }));
    return Promise.resolve({ space: this.vectorSpace, seq: this.vectorSeq, blocks });
  }

  async *readArticles(ids?: readonly string[]): AsyncIterable<readonly SearchDocument[]> {
    const wanted = ids ?? [...this.articles.keys()];
    const found = wanted.flatMap((id) => this.articles.get(id) ?? []);
    for (let at = 0; at < found.length; at += 20) yield await Promise.resolve(found.slice(at, at + 20));
  }

  listArticles(): ReturnType<IndexStorage['listArticles']> {
    return Promise.resolve(
      [...this.articles.values()].map(({ articleId, articleVersion }) => ({ articleId, articleVersion })),
    );
  }
}
