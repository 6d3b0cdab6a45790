import type { KnownArticle, StoreFailure } from '../repository';
import type { ImportFailure, Refusal } from './contract';

export interface ImportRow {
  readonly verdict: 'new' | 'changed' | 'both-changed' | 'gone';
  readonly where: string;
  readonly title: string;
  /** `null` for a new one. */
  readonly articleId: string | null;
  readonly externalId: string;
}

export interface Counts {
  readonly new: number;
  readonly changed: number;
  readonly bothChanged: number;
  readonly unchanged: number;
  readonly gone: number;
  /** Rows, not entries: a refused file counts as many as it held. */
  readonly refused: number;
}

export type Ending =
  | { readonly stopped: null; readonly failure: null }
  | { readonly stopped: 'cancelled'; readonly failure: null }
  /** The source broke off. */
  | { readonly stopped: 'source'; readonly failure: ImportFailure }
  /** A batch could not be written; earlier ones stand. */
  | { readonly stopped: 'storage'; readonly failure: StoreFailure };

export type ImportReport = Ending & {
  readonly importer: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly dryRun: boolean;
  readonly counts: Counts;
  /** Rows read: new + changed + both changed + unchanged + refused. */
  readonly examined: number;
  readonly written: number;
  /** Characters that the source hides from its readers, left out of the articles read. */
  readonly hidden: number;
  /** All but the unchanged. */
  readonly rows: readonly ImportRow[];
  readonly refused: readonly Refusal[];
};

export interface ReportInProgress {
  readonly add: (row: ImportRow | Refusal | 'unchanged') => void;
  gone(known: readonly KnownArticle[]): void;
  written(count: number): void;
  leftOut(hidden: number): void;
  writtenCount(): number;
  counts(): Counts;
  finish(at: string, ending: Ending): ImportReport;
}

export function createReport(importer: string, startedAt: string, dryRun: boolean): ReportInProgress {
  const rows: ImportRow[] = [];
  const refused: Refusal[] = [];
  const tally = { new: 0, changed: 0, 'both-changed': 0, gone: 0, unchanged: 0, refused: 0 };
  let writtenCount = 0;
  let hidden = 0;

  const counts = (): Counts => {
    const { 'both-changed': bothChanged, ...rest } = tally;
    return { ...rest, bothChanged };
  };
  return {
    add(row) {
      if (row === 'unchanged') tally.unchanged++;
      else if ('verdict' in row) {
        tally[row.verdict]++;
        rows.push(row);
      } else {
        tally.refused += row.rows;
        refused.push(row);
      }
    },
    gone(known) {
      tally.gone += known.length;
      for (const { articleId, externalId, title } of known) {
        rows.push({ verdict: 'gone', where: externalId, title, articleId, externalId });
      }
    },
    written(count) {
      writtenCount += count;
    },
    leftOut(more) {
      hidden += more;
    },
    writtenCount: () => writtenCount,
    counts,
    finish(finishedAt, ending) {
      return {
        ...ending,
        importer,
        startedAt,
        finishedAt,
        dryRun,
        counts: counts(),
        examined: examinedOf(counts()),
        written: writtenCount,
        hidden,
        rows,
        refused,
      };
    },
  };
}

function examinedOf({ gone: _, ...read }: Counts): number {
  return Object.values(read).reduce((sum, each) => sum + each, 0);
}

/** Of a run that broke off without telling one: what it told last. Written batches stand. */
export function brokenReport(
  importer: string,
  startedAt: string,
  finishedAt: string,
  dryRun: boolean,
  told: { readonly counts: Counts; readonly written: number } | null,
): ImportReport {
  const ending: Ending = { stopped: 'source', failure: { code: 'source-unavailable' } };
  const empty = createReport(importer, startedAt, dryRun).finish(finishedAt, ending);
  return told === null
    ? empty
    : { ...empty, counts: told.counts, written: told.written, examined: examinedOf(told.counts) };
}
