import { ok, type Result } from '@/lib/result';
import type { Article } from '../article';
import {
  type ArticleDraft,
  createImportPlanner,
  type HashedDraft,
  hashDraft,
  type ImportPlanner,
  type Verdict,
} from '../import-plan';
import type { ArticleChange, KnownArticle, StoreFailure } from '../repository';
import { createArticle, editArticle, type VersionTools } from '../versions';
import type { Importer, ImportFailure, ImportItem, Refusal } from './contract';
import { type Counts, createReport, type ImportReport, type ImportRow } from './report';

/** The part of the store that an import needs. */
export interface ImportRepository {
  listSource(system: string): Promise<Result<KnownArticle[], StoreFailure>>;
  getMany(ids: readonly string[]): Promise<Result<Article[], StoreFailure>>;
  /** All or nothing. */
  put(changes: readonly ArticleChange[]): Promise<Result<unknown, StoreFailure>>;
}

export interface ImportProgress {
  /** In the source's own units. */
  readonly done: number;
  readonly total: number | null;
  readonly counts: Counts;
  /** Articles of this run that are stored by now. */
  readonly written: number;
}

export interface ImportOptions {
  readonly signal: AbortSignal;
  readonly tools: VersionTools;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Reads and judges everything and writes nothing: the preview. */
  readonly dryRun?: boolean;
  /** By external id, for articles that changed on both sides. Without a decision the article stays as it is here. */
  readonly decisions?: ReadonlyMap<string, 'mine' | 'theirs'>;
  /** Rows written in one transaction. Left out: 200, the first time 20, so that drafting can begin at once. */
  readonly batchSize?: number;
}

const usualBatch = 200;
const firstBatch = 20;
/** A preview writes nothing: the fewer rows are held, the sooner they are thrown away. */
const previewBatch = 16;
/** Thousands of files must not mean thousands of renderings. The end is always told. */
const tellEveryMs = 100;
/** Longest run of reading without giving the page a turn: below the 50 ms that make a long task, hashing included. */
const busyMs = 15;

/**
 * Reads a source into the store. Written in batches, each all or nothing, so that a run which is stopped or breaks off
 * leaves a store in which every article is whole, and a second run goes on where the first one ended. Articles that are
 * gone at the source are named, never deleted.
 */
export async function runImport<Input>(
  importer: Importer<Input>,
  input: Input,
  repository: ImportRepository,
  options: ImportOptions,
): Promise<ImportReport> {
  const { signal, tools } = options;
  const report = createReport(importer.id, tools.now(), options.dryRun ?? false);
  const existing = await repository.listSource(importer.id);
  if (!existing.ok) return report.finish(tools.now(), { stopped: 'storage', failure: existing.error });

  const planner = createImportPlanner(existing.value);
  const progress = { done: 0, total: null as number | null };
  let waiting: ArticleDraft[] = [];
  let batchSize = options.batchSize ?? firstBatch;
  let failure: ImportFailure | null = null;

  const flush = async (): Promise<StoreFailure | null> => {
    const hashed = await Promise.all(waiting.map((draft) => hashDraft(draft, tools.digest)));
    waiting = [];
    const work = judge(planner, hashed, report.add, options.decisions);
    if (options.dryRun || work.length === 0) return null;
    const changes = await toChanges(importer.id, work, repository, tools);
    if (!changes.ok) return changes.error;
    const written = await repository.put(changes.value);
    if (!written.ok) return written.error;
    report.written(changes.value.length);
    return null;
  };
  const breath = { at: performance.now() };
  let toldAt = Number.NEGATIVE_INFINITY;
  const tell = () => {
    toldAt = performance.now();
    options.onProgress?.({ ...progress, counts: report.counts(), written: report.writtenCount() });
  };

  for await (const item of importer.open(input, signal)) {
    if (signal.aborted) break;
    if (item.kind === 'failed') {
      failure = item.failure;
      break;
    }
    if (item.kind === 'article') report.leftOut(item.draft.hidden ?? 0);
    take(item, waiting, report.add, progress);
    if (performance.now() - breath.at > busyMs) await breathe(breath);
    if (waiting.length >= batchSize) {
      batchSize = options.batchSize ?? (options.dryRun ? previewBatch : usualBatch);
      const trouble = await flush();
      if (trouble) return report.finish(tools.now(), { stopped: 'storage', failure: trouble });
    }
    if (item.kind === 'progress' && performance.now() - toldAt >= tellEveryMs) tell();
  }

  // What was read before the stop is whole and checked, so it is kept: the next run finds it unchanged.
  const trouble = await flush();
  if (trouble) return report.finish(tools.now(), { stopped: 'storage', failure: trouble });
  tell();
  if (signal.aborted) return report.finish(tools.now(), { stopped: 'cancelled', failure: null });
  if (failure) return report.finish(tools.now(), { stopped: 'source', failure });
  const { gone, moved } = planner.finish();
  report.gone(gone);
  if (!options.dryRun && moved.length > 0) {
    const renamed = await rename(importer.id, moved, repository);
    if (!renamed.ok) return report.finish(tools.now(), { stopped: 'storage', failure: renamed.error });
  }
  return report.finish(tools.now(), { stopped: null, failure: null });
}

/** Lets keys, clicks and painting through. A message, because a timer that calls itself waits 4 ms each time. */
async function breathe(breath: { at: number }): Promise<void> {
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
  breath.at = performance.now();
}

function take(
  item: Exclude<ImportItem, { kind: 'failed' }>,
  waiting: ArticleDraft[],
  add: (row: ImportRow | Refusal | 'unchanged') => void,
  progress: { done: number; total: number | null },
): void {
  if (item.kind === 'article') waiting.push(item.draft);
  else if (item.kind === 'refused') add(item);
  else {
    progress.done = item.done;
    progress.total = item.total;
  }
}

interface Work {
  readonly incoming: HashedDraft;
  readonly known: KnownArticle | null;
  /** `settle`: remember what the source says now without taking it. */
  readonly how: 'write' | 'settle';
}

function judge(
  planner: ImportPlanner,
  hashed: readonly HashedDraft[],
  add: (row: ImportRow | Refusal | 'unchanged') => void,
  decisions: ImportOptions['decisions'],
): Work[] {
  return hashed.flatMap((incoming): Work[] => {
    const { draft } = incoming;
    const verdict: Verdict = planner.judge(incoming);
    if (verdict.kind === 'refused') {
      add({ kind: 'refused', where: draft.where, why: verdict.why, detail: verdict.firstWhere, rows: 1 });
      return [];
    }
    if (verdict.kind === 'unchanged') {
      add('unchanged');
      return [];
    }
    const known = verdict.kind === 'new' ? null : verdict.known;
    const decision = verdict.kind === 'both-changed' ? decisions?.get(draft.externalId) : 'theirs';
    const { title } = draft.content;
    const articleId = known?.articleId ?? null;
    add({ verdict: verdict.kind, where: draft.where, title, articleId, externalId: draft.externalId });
    if (decision === undefined) return [];
    return [{ incoming, known, how: decision === 'mine' ? 'settle' : 'write' }];
  });
}

async function toChanges(
  system: string,
  work: readonly Work[],
  repository: ImportRepository,
  tools: VersionTools,
): Promise<Result<ArticleChange[], StoreFailure>> {
  const knownIds = work.flatMap(({ known }) => known?.articleId ?? []);
  const stored = knownIds.length > 0 ? await repository.getMany(knownIds) : ok([]);
  if (!stored.ok) return stored;
  const byId = new Map(stored.value.map((article) => [article.id, article]));
  const changes = work.map(({ incoming, known, how }) => {
    const before = known && byId.get(known.articleId);
    return before ? update(system, before, incoming, how, tools) : create(system, incoming, tools);
  });
  return ok(await Promise.all(changes));
}

function create(system: string, { draft, hash }: HashedDraft, tools: VersionTools): Promise<ArticleChange> {
  const source = { ...sourceOf(system, draft), imported: { hash, version: 1 } };
  return createArticle(draft.content, { author: system, source, verification: draft.verification }, tools);
}

async function update(
  system: string,
  before: Article,
  { draft, hash }: HashedDraft,
  how: Work['how'],
  tools: VersionTools,
): Promise<ArticleChange> {
  const { verification } = draft;
  const written =
    how === 'settle'
      ? null
      : await editArticle(before, draft.content, { author: system, verification, ...noSummary }, tools);
  const article = written?.article ?? (how === 'settle' ? before : { ...before, verification });
  const imported = { hash, version: article.version };
  return {
    article: { ...article, source: { ...sourceOf(system, draft), imported } },
    former: written?.former ?? null,
    expectedVersion: before.version,
  };
}

const noSummary = { summary: '' };

async function rename(
  system: string,
  moved: readonly { known: KnownArticle; draft: ArticleDraft }[],
  repository: ImportRepository,
): Promise<Result<unknown, StoreFailure>> {
  const stored = await repository.getMany(moved.map(({ known }) => known.articleId));
  if (!stored.ok) return stored;
  const drafts = new Map(moved.map(({ known, draft }) => [known.articleId, draft]));
  return repository.put(
    stored.value.map((article) => ({
      article: { ...article, source: { ...article.source, ...sourceOf(system, drafts.get(article.id)!) } },
      former: null,
      expectedVersion: article.version,
    })),
  );
}

function sourceOf(system: string, draft: ArticleDraft) {
  const { externalId, url, updatedAt, scope } = draft;
  return { system, externalId, url, updatedAt, ...(scope !== null && { scope }) };
}
