import { err, ok, type Result } from '@/lib/result';
import { SegmentBuilder } from '../segment/builder';
import type { IndexFailure } from './protocol';
import type { CommitFailure, IndexStorage, ManifestSegment } from './storage';

/** Segments are cut at about this size: large enough to be few, since each costs a query a look-up per word, and small
 * enough that joining some in the background keeps a query waiting for less than half a second. */
export const segmentBytes = 4_000_000;

/** Progress is told about so often. */
const progressSteps = 100;

/** Runs one writer at a time over all windows (Web Locks). */
export type WriterLock = <T>(work: () => Promise<T>) => Promise<T>;

export interface IndexWriting {
  readonly storage: IndexStorage;
  readonly lock: WriterLock;
  /** Another generation was written, which all engines may serve from now on. */
  readonly announce: (generation: number) => void;
}

type OnProgress = (articles: number, total: number) => void;

/**
 * Builds everything anew from the articles and names it; engines serve it by their `refresh`. Until the commit, and for
 * ever if it fails, the old index serves. Answers the new generation.
 */
export function buildIndex(
  { storage, lock, announce }: IndexWriting,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Result<number, IndexFailure>> {
  return lock(async () => {
    const generation = ((await storage.loadManifest())?.generation ?? 0) + 1;
    const built = await stageAll(storage, generation, onProgress, signal);
    const done = built.ok
      ? await storage.commit({ manifest: { generation, segments: built.value }, add: [] })
      : built;
    if (!done.ok) {
      await storage.unstage();
      return err(done.error.code === 'aborted' ? done.error : toIndexFailure(done.error));
    }
    announce(generation);
    return ok(generation);
  });
}

/** Segments of all articles, each stored as soon as it is full: none but the one in work is held. */
async function stageAll(
  storage: IndexStorage,
  generation: number,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Result<ManifestSegment[], CommitFailure | { readonly code: 'aborted' }>> {
  const total = await storage.countArticles();
  const staged: ManifestSegment[] = [];
  const builder = new SegmentBuilder();
  let done = 0;
  let told = 0;
  const close = async (): Promise<Result<void, CommitFailure>> => {
    const { articles } = builder;
    if (articles === 0) return ok(undefined);
    const segment = { id: `${generation}.${staged.length}`, bytes: builder.finish() };
    staged.push({ id: segment.id, articles, bytes: segment.bytes.byteLength, deletes: null });
    return storage.stage(segment);
  };
  for await (const batch of storage.readArticles()) {
    for (const document of batch) {
      builder.add(document);
      done++;
      if (builder.estimatedBytes < segmentBytes) continue;
      const closed = await close();
      if (!closed.ok) return closed;
    }
    if (signal.aborted) return err({ code: 'aborted' });
    if (done < total && done - told < total / progressSteps) continue;
    told = done;
    onProgress(done, Math.max(total, done));
  }
  const closed = await close();
  return closed.ok ? ok(staged) : closed;
}

export function toIndexFailure(failure: CommitFailure): IndexFailure {
  // Under the writer lock a stale generation means that storage was changed by something that holds no lock.
  return { code: failure.code === 'quota-exceeded' ? 'quota-exceeded' : 'write-failed' };
}
