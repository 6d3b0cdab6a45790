import { err, ok } from '@/lib/result';
import type { SearchDocument } from '../contract';
import type { WriterLock } from './build-index';
import type {
  CommitFailure,
  IndexCommit,
  IndexManifest,
  IndexStorage,
  NewSegment,
  VectorChanges,
} from './storage';

/** How a write can be made to fail, for tests of what a dying writer leaves behind. */
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
  /** Taken by the write after so many others. */
  disturb: (Disturbance & { readonly after?: number }) | null = null;

  put(...documents: readonly SearchDocument[]): void {
    for (const document of documents) this.articles.set(document.articleId, document);
  }

  loadManifest(): Promise<IndexManifest | null> {
    return Promise.resolve(this.manifest);
  }

  loadSegment(id: string): Promise<ArrayBuffer | null> {
    return Promise.resolve(this.segments.get(id) ?? null);
  }

  stage({ id, bytes }: NewSegment): ReturnType<IndexStorage['stage']> {
    const disturbed = this.takeDisturbance();
    if (disturbed) return disturbed;
    this.segments.set(id, bytes);
    return Promise.resolve(ok(undefined));
  }

  unstage(): Promise<void> {
    this.dropUnnamed();
    return Promise.resolve();
  }

  commit({ manifest, add }: IndexCommit): ReturnType<IndexStorage['commit']> {
    const disturbed = this.takeDisturbance();
    if (disturbed) return disturbed;
    if ((this.manifest?.generation ?? 0) !== manifest.generation - 1) {
      return Promise.resolve(err({ code: 'stale-generation' }));
    }
    for (const { id, bytes } of add) this.segments.set(id, bytes);
    this.manifest = manifest;
    this.dropUnnamed();
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

  countArticles(): Promise<number> {
    return Promise.resolve(this.articles.size);
  }

  private takeDisturbance(): ReturnType<IndexStorage['commit']> | null {
    const { disturb } = this;
    if (!disturb) return null;
    if (disturb.after) {
      this.disturb = { ...disturb, after: disturb.after - 1 };
      return null;
    }
    this.disturb = null;
    if (disturb.code === 'killed') return Promise.reject(new Error('The worker was killed.'));
    return Promise.resolve(err({ code: disturb.code }));
  }

  private dropUnnamed(): void {
    const named = new Set(this.manifest?.segments.map(({ id }) => id));
    for (const id of this.segments.keys()) if (!named.has(id)) this.segments.delete(id);
  }
}

/** One writer at a time, as Web Locks give it to all windows. */
export function createLock(): WriterLock {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}
