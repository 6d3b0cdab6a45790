import type { Result } from '@/lib/result';
import type { SearchDocument } from '../contract';

/** One stored segment. `deletes` has one bit an article of the segment, lowest bit first; `null`: none is deleted. */
export interface ManifestSegment {
  readonly id: string;
  readonly articles: number;
  readonly bytes: number;
  readonly deletes: Uint8Array<ArrayBuffer> | null;
}

/** The one record that says which segments make up the index. Generations only rise. */
export interface IndexManifest {
  readonly generation: number;
  readonly segments: readonly ManifestSegment[];
}

/** A segment's bytes under the id by which a manifest names it. */
export interface NewSegment {
  readonly id: string;
  readonly bytes: ArrayBuffer;
}

export interface IndexCommit {
  readonly manifest: IndexManifest;
  /** Segments that the manifest names and that are not stored yet. */
  readonly add: readonly NewSegment[];
}

/** Meaning vectors, one block an article (`lib/search/meaning/block`). */
export interface VectorChanges {
  /** Whose vectors they are (`QueryMeaning.space`); `null`: there are none. */
  readonly space: string | null;
  /** Rises with every write of vectors. */
  readonly seq: number;
  readonly blocks: readonly { readonly articleId: string; readonly bytes: ArrayBuffer }[];
}

export type CommitFailure =
  /** The disk is full: nothing was changed. */
  | { readonly code: 'quota-exceeded' }
  /** Another writer committed first (stored generation is not `manifest.generation - 1`): nothing was changed. */
  | { readonly code: 'stale-generation' }
  | { readonly code: 'write-failed' };

/**
 * What the search worker needs from storage; lib/store implements it and exports
 * `createIndexStorage(): IndexStorage` from `lib/store/index-storage.ts`.
 *
 * - `commit` is all or nothing: ONE readwrite transaction over the tables `segments` and the manifest row, in which
 *   every segment that the new manifest does not name goes. Killed at any point, the previous manifest and every
 *   segment it names are still readable.
 * - `stage` stores a segment before the commit that names it, so that building an index never holds all of it. Nobody
 *   reads it before; a writer that dies leaves it to the next commit to take away, one that gives up calls `unstage`.
 * - Segments are immutable and about 4 MB each; a worker loads each once and keeps it.
 * - `readArticles` yields small batches, so that indexing 50 MB never holds much of it. Without ids: every
 *   article, all statuses. With ids: those that still exist, in any order; unknown ids are left out.
 * - `loadVectors` gives what was written after that `seq`; what was removed with its article is left to the index.
 */
export interface IndexStorage {
  loadManifest(): Promise<IndexManifest | null>;
  loadSegment(id: string): Promise<ArrayBuffer | null>;
  stage(segment: NewSegment): Promise<Result<void, CommitFailure>>;
  unstage(): Promise<void>;
  commit(change: IndexCommit): Promise<Result<void, CommitFailure>>;
  loadVectors(afterSeq: number): Promise<VectorChanges>;
  readArticles(ids?: readonly string[]): AsyncIterable<readonly SearchDocument[]>;
  countArticles(): Promise<number>;
}
