import { err, ok, type Result } from '@/lib/result';
import type { ExplainRequest, Explanation, SearchRequest, SearchResult } from '../contract';
import { explain } from '../explain';
import type { PairedVectors } from '../meaning/nearest';
import { search } from '../search';
import { createIndex, type SearchIndex } from '../search-index';
import { SegmentBuilder } from '../segment/builder';
import { mergeSegments } from '../segment/merge';
import { openSegment, type Segment } from '../segment/open';
import { type SuggestRequest, suggest } from '../suggest';
import { type IndexWriting, segmentBytes, toIndexFailure } from './build-index';
import { planMerge } from './merge-plan';
import type { IndexFailure, IndexState } from './protocol';
import type { IndexManifest, ManifestSegment, NewSegment } from './storage';
import { StoredVectors } from './stored-vectors';

export interface EngineOptions extends IndexWriting {
  /** Another generation serves from now on. */
  readonly onGeneration: (state: IndexState) => void;
}

/** Keeps the served index equal to what storage holds, and writes new generations of it. */
export class SearchEngine {
  private readonly segments = new Map<string, Segment>();
  private index: SearchIndex = createIndex([]);
  private manifest: IndexManifest = { generation: 0, segments: [] };
  private damaged = 0;
  private started: Promise<void> | null = null;
  private refreshing: Promise<void> = Promise.resolve();
  private readonly vectors: StoredVectors;

  constructor(private readonly options: EngineOptions) {
    this.vectors = new StoredVectors(options.storage);
  }

  async search(request: SearchRequest): Promise<SearchResult> {
    await this.start();
    // One and the same for both: another may serve by the time that the vectors are read.
    const { index } = this;
    const vectors = request.meaning && (await this.vectorsOf(request.meaning.space, index));
    return search(index, request, { vectors });
  }

  /** Reads the vectors of a space, so that no question waits for it. */
  async prepareMeaning(space: string): Promise<IndexState> {
    await this.start();
    await this.vectorsOf(space, this.index);
    return this.stateNow();
  }

  async suggest(request: SuggestRequest): Promise<SearchResult> {
    await this.start();
    return suggest(this.index, request);
  }

  async explain(request: ExplainRequest): Promise<Explanation[]> {
    await this.start();
    return explain(this.index, request);
  }

  async state(): Promise<IndexState> {
    await this.start();
    return this.stateNow();
  }

  /** Whether it was asked anything that needs the index. */
  get hasStarted(): boolean {
    return this.started !== null;
  }

  /** Another engine wrote: serve what it wrote. */
  async refresh(): Promise<IndexState> {
    // One after the other: two at once would each load all of it.
    const refreshed = this.refreshing.then(() => this.serveNewest());
    // A failed read is this caller's to tell; the next one tries again.
    this.refreshing = refreshed.catch(() => undefined);
    await refreshed;
    return this.stateNow();
  }

  private async serveNewest(): Promise<void> {
    const before = this.manifest.generation;
    await this.start();
    await this.catchUp();
    if (this.manifest.generation > before) this.options.onGeneration(this.stateNow());
  }

  /** Takes up added, edited and deleted articles as one small segment and delete bits. */
  async update(
    articleIds: readonly string[],
    signal: AbortSignal,
  ): Promise<Result<IndexState, IndexFailure>> {
    await this.start();
    return this.options.lock(async () => {
      await this.catchUp();
      const builder = new SegmentBuilder(this.index.languages.length === 1 ? this.index.languages[0]! : 'en');
      for await (const batch of this.options.storage.readArticles(articleIds)) {
        for (const document of batch) builder.add(document);
      }
      if (signal.aborted) return err({ code: 'aborted' });
      const generation = this.manifest.generation + 1;
      const kept = this.manifest.segments.map((entry) => this.withDeletes(entry, articleIds));
      const add: NewSegment[] = [];
      const { articles } = builder;
      if (articles > 0) {
        const segment = { id: `${generation}.0`, bytes: builder.finish() };
        add.push(segment);
        kept.push({ id: segment.id, articles, bytes: segment.bytes.byteLength, deletes: null });
      }
      return this.commit({ generation, segments: kept }, add);
    });
  }

  /** Joins small or half-deleted segments, when there is something to join. Ranking does not change. */
  async merge(): Promise<Result<IndexState, IndexFailure> | null> {
    await this.start();
    if (planMerge(this.manifest.segments, segmentBytes).length === 0) return null;
    return this.options.lock(async () => {
      await this.catchUp();
      const chosen = planMerge(this.manifest.segments, segmentBytes).filter((entry) =>
        this.segments.has(entry.id),
      );
      if (chosen.length === 0) return ok(this.stateNow());
      const generation = this.manifest.generation + 1;
      const merged = mergeSegments(
        chosen.map((entry) => this.segments.get(entry.id)!),
        chosen.map((entry) => entry.deletes),
      );
      const kept = this.manifest.segments.filter((entry) => !chosen.includes(entry));
      const id = `${generation}.m`;
      if (merged.articles > 0) {
        kept.push({ id, articles: merged.articles, bytes: merged.bytes.byteLength, deletes: null });
      }
      const add = merged.articles > 0 ? [{ id, bytes: merged.bytes }] : [];
      return this.commit({ generation, segments: kept }, add);
    });
  }

  /** Vectors that cannot be read take no answer away: it is found by its words. */
  private vectorsOf(space: string, index: SearchIndex): Promise<PairedVectors | null> {
    return this.vectors.of(space, index).catch(() => null);
  }

  private start(): Promise<void> {
    // A failed first read is tried again by the next call.
    this.started ??= this.catchUp().catch((error: unknown) => {
      this.started = null;
      throw error;
    });
    return this.started;
  }

  private async catchUp(): Promise<void> {
    const manifest = await this.options.storage.loadManifest();
    if (manifest && manifest.generation > this.manifest.generation) await this.serve(manifest);
  }

  private async serve(manifest: IndexManifest): Promise<void> {
    let damaged = 0;
    const opened: Segment[] = [];
    const deletes: (Uint8Array | null)[] = [];
    const loads = manifest.segments.map(async (entry) => this.segments.get(entry.id) ?? this.load(entry.id));
    for (const [i, segment] of (await Promise.all(loads)).entries()) {
      if (segment) {
        opened.push(segment);
        deletes.push(manifest.segments[i]!.deletes);
      } else damaged++;
    }
    const named = new Set(manifest.segments.map((entry) => entry.id));
    for (const id of this.segments.keys()) if (!named.has(id)) this.segments.delete(id);
    this.index = createIndex(opened, deletes, { generation: manifest.generation });
    this.manifest = manifest;
    this.damaged = damaged;
  }

  private async load(id: string): Promise<Segment | null> {
    const bytes = await this.options.storage.loadSegment(id);
    const opened = bytes ? openSegment(bytes) : null;
    if (!opened?.ok) return null;
    this.segments.set(id, opened.value);
    return opened.value;
  }

  private withDeletes(entry: ManifestSegment, articleIds: readonly string[]): ManifestSegment {
    const segment = this.segments.get(entry.id);
    if (!segment) return entry;
    let deletes: Uint8Array<ArrayBuffer> | null = null;
    for (const id of articleIds) {
      const article = segment.findArticle(id);
      if (article === -1) continue;
      deletes ??= new Uint8Array(Math.ceil(entry.articles / 8));
      deletes[article >>> 3]! |= 1 << (article & 7);
    }
    if (!deletes) return entry;
    entry.deletes?.forEach((byte, i) => {
      deletes[i]! |= byte;
    });
    return { ...entry, deletes };
  }

  private async commit(
    manifest: IndexManifest,
    add: readonly NewSegment[],
  ): Promise<Result<IndexState, IndexFailure>> {
    const committed = await this.options.storage.commit({ manifest, add });
    if (!committed.ok) return err(toIndexFailure(committed.error));
    for (const { id, bytes } of add) {
      const opened = openSegment(bytes);
      if (opened.ok) this.segments.set(id, opened.value);
    }
    await this.serve(manifest);
    this.options.announce(manifest.generation);
    this.options.onGeneration(this.stateNow());
    return ok(this.stateNow());
  }

  private stateNow(): IndexState {
    return {
      generation: this.manifest.generation,
      articles: this.index.liveArticles,
      passages: this.index.livePassages,
      bytes: this.manifest.segments.reduce((sum, entry) => sum + entry.bytes, 0),
      damagedSegments: this.damaged,
    };
  }
}
