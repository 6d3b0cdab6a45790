import type { ReadFailure } from '@/lib/helpdesk/contract';
import type { ArticleDraft } from '../import-plan';

/** Why one row (or file) was not taken in. Words are made where they are shown. */
export const refusalCodes = [
  /** No text in it. */
  'missing-text',
  /** A macro that changes the ticket but writes nothing to the customer. */
  'no-reply-text',
  'unsupported-format',
  /** Bytes that are no text in any encoding we read. */
  'not-text',
  'too-large',
  'bad-front-matter',
  'bad-json',
  /** A quote that never closes, or the like. */
  'bad-row',
  /** More cells than the header has columns. */
  'ragged-row',
  /** No column that looks like the text of an article; `detail` lists the columns. */
  'no-known-columns',
  /** `detail` is `field: value`. */
  'unknown-value',
  'duplicate-id',
  /** Customers, orders, payments: not knowledge, so it stays out. */
  'personal-data',
  /** README, licence and the like. */
  'housekeeping-file',
  'unexpected-shape',
  'unreadable-file',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export interface Refusal {
  readonly kind: 'refused';
  /** Path, row or name in the source, e.g. `faq.csv, line 12`. */
  readonly where: string;
  readonly why: RefusalCode;
  readonly detail: string | null;
  /** How many rows this stands for; more than 1 when a whole file was refused. */
  readonly rows: number;
}

/** Why a source could not be read to its end. What was read so far is kept. */
export type ImportFailure =
  | ReadFailure
  /** A link to the next page that leads to another host, or in a circle. */
  | { readonly code: 'bad-next-page'; readonly url: string }
  | { readonly code: 'source-unavailable' };

export type ImportItem =
  | { readonly kind: 'article'; readonly draft: ArticleDraft }
  | Refusal
  /** In the source's own units (files, pages' rows); `total` is `null` when the source does not tell. */
  | { readonly kind: 'progress'; readonly done: number; readonly total: number | null }
  /** Always the last item. */
  | { readonly kind: 'failed'; readonly failure: ImportFailure };

/**
 * One source of knowledge. `open` reads lazily, never throws for what the source does, and ends (without a `failed`
 * item) when the signal fires or the source was read whole. It writes nothing.
 */
export interface Importer<Input> {
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  open(input: Input, signal: AbortSignal): AsyncIterable<ImportItem>;
}

export function refuse(where: string, why: RefusalCode, detail: string | null = null, rows = 1): Refusal {
  return { kind: 'refused', where, why, detail, rows };
}
