import { canonicalJson, type Digest } from '@/lib/knowledge/canonical';
import type { AuditEvent } from './audit';

/** One end of a stretch of the chain. */
export interface ChainLink {
  /** Number of the entry, from 1 without gaps. */
  readonly seq: number;
  /** SHA-256 in hex, see `hashOf`. */
  readonly hash: string;
}

export interface AuditEntry extends ChainLink {
  /** ISO 8601. */
  readonly at: string;
  readonly event: AuditEvent;
  /** Hash of the entry before. */
  readonly previous: string;
}

/** What the first entry of a log follows. */
export const chainStart: ChainLink = { seq: 0, hash: '0'.repeat(64) };

export async function nextEntry(
  last: ChainLink,
  at: string,
  event: AuditEvent,
  digest: Digest,
): Promise<AuditEntry> {
  const entry = { seq: last.seq + 1, at, event, previous: last.hash };
  return { ...entry, hash: await hashOf(entry, digest) };
}

/** What holds the first broken entry: its number in the log, which may not be the one that it claims. */
export interface ChainBreak {
  readonly seq: number;
  /**
   * - `changed` the entry is not as it was written
   * - `missing` there is no such entry, or another stands in its place
   * - `unlinked` it is whole, but was not written after the entry that stands before it
   */
  readonly problem: 'changed' | 'missing' | 'unlinked';
}

export type ChainCheck =
  | { readonly ok: true; readonly last: ChainLink }
  /** `last`: the last entry that is whole. */
  | { readonly ok: false; readonly last: ChainLink; readonly broken: ChainBreak };

/**
 * Checks a stretch of entries that must follow `before`. Rows come from storage as they are: nothing is presumed of
 * their form. That none is missing at the end only the caller can tell (`endsWith`).
 */
export async function checkStretch(
  before: ChainLink,
  rows: readonly unknown[],
  digest: Digest,
): Promise<ChainCheck> {
  const hashes = await Promise.all(rows.map((row) => hashOf(row, digest)));
  let last = before;
  for (const [index, row] of rows.entries()) {
    const seq = last.seq + 1;
    const problem = problemOf(fieldsOf(row), last, hashes[index]!);
    if (problem !== null) return { ok: false, last, broken: { seq, problem } };
    last = { seq, hash: hashes[index]! };
  }
  return { ok: true, last };
}

/** Holds the end of a checked stretch against where the log is known to end: entries may be missing there too. */
export function endsWith(check: ChainCheck, head: ChainLink): ChainCheck {
  if (!check.ok || (check.last.seq === head.seq && check.last.hash === head.hash)) return check;
  const { last } = check;
  return last.seq < head.seq
    ? { ok: false, last, broken: { seq: last.seq + 1, problem: 'missing' } }
    : { ok: false, last, broken: { seq: Math.min(last.seq, head.seq + 1), problem: 'unlinked' } };
}

function problemOf(
  row: Readonly<Record<string, unknown>>,
  last: ChainLink,
  hash: string,
): ChainBreak['problem'] | null {
  const seq = last.seq + 1;
  // A later one in this place: entries before it are gone or were moved.
  if (typeof row.seq === 'number' && row.seq > seq) return 'missing';
  if (row.hash !== hash) return 'changed';
  return row.seq === seq && row.previous === last.hash ? null : 'unlinked';
}

/**
 * SHA-256 (FIPS 180-4) of the entry's canonical JSON without its own hash. Fields that a later build adds are covered
 * as well.
 */
function hashOf(row: unknown, digest: Digest): Promise<string> {
  const { hash: _, ...rest } = fieldsOf(row);
  return digest(canonicalJson(rest));
}

function fieldsOf(row: unknown): Readonly<Record<string, unknown>> {
  return typeof row === 'object' && row !== null ? { ...row } : {};
}
