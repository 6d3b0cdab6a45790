import { Dexie } from 'dexie';
import { webDigest } from '@/lib/knowledge/import/web-digest';
import type { StoreFailure } from '@/lib/knowledge/repository';
import type { AuditEvent } from '@/lib/privacy/audit';
import {
  type ChainCheck,
  type ChainLink,
  chainStart,
  checkStretch,
  endsWith,
  nextEntry,
} from '@/lib/privacy/audit-chain';
import type { Result } from '@/lib/result';
import type { FootnoteDatabase } from './database';
import { attempt } from './failure';

/** Where the log begins and ends, as `meta` tells it. */
export interface AuditEnds {
  /** The last entry that retention took away; number 0: none yet. */
  readonly anchor: ChainLink;
  readonly head: ChainLink;
}

export interface AuditSummary extends AuditEnds {
  readonly entries: number;
  /** ISO 8601, of the oldest and the newest entry; `null`: there is none. */
  readonly firstAt: string | null;
  readonly lastAt: string | null;
}

export type AuditCheck = ChainCheck & {
  readonly entries: number;
  /** ISO 8601 time that the broken entry gives, where it gives any. */
  readonly brokenAt: string | null;
};

/** The hash-chained log of what was asked of models and put before customers: added to, and shortened at its old end. */
export interface AuditRepository {
  /** One at a time over all windows, so that each entry holds the hash of the one before. */
  append(event: AuditEvent): Promise<Result<void, StoreFailure>>;
  summary(): Promise<Result<AuditSummary, StoreFailure>>;
  /** Reads every entry and computes every hash again; stops at the first that is broken. */
  check(): Promise<Result<AuditCheck, StoreFailure>>;
  /** The log as JSON lines, in pieces: what it begins after, then each row as it is stored. */
  readLines(): Promise<Result<string[], StoreFailure>>;
  /** Takes away the oldest entries, up to the first that is newer than `before` or broken: evidence is not tidied up. */
  pruneBefore(before: string): Promise<Result<number, StoreFailure>>;
}

/** Entries read and checked at a time: a few hundred kilobytes. */
const rowsAtATime = 500;

export function createAuditRepository(db: FootnoteDatabase, now: () => Date): AuditRepository {
  async function ends(): Promise<AuditEnds> {
    const row = await db.meta.get('audit');
    return row?.key === 'audit' ? row : { anchor: chainStart, head: chainStart };
  }
  const setEnds = ({ anchor, head }: AuditEnds) => db.meta.put({ key: 'audit', anchor, head });
  const rowsAfter = (seq: number) => db.audit.where('seq').above(seq).limit(rowsAtATime).toArray();

  /** Within a transaction: the log stands still while its hashes are computed. */
  async function checkAll(): Promise<AuditCheck> {
    const { anchor, head } = await ends();
    let check: ChainCheck = { ok: true, last: anchor };
    let rows = await rowsAfter(anchor.seq);
    while (check.ok && rows.length > 0) {
      check = await Dexie.waitFor(checkStretch(check.last, rows, webDigest));
      if (check.ok) rows = await rowsAfter(check.last.seq);
    }
    const whole = endsWith(check, head);
    const entries = whole.last.seq - anchor.seq;
    const broken = whole.ok ? undefined : await db.audit.get(whole.broken.seq);
    return { ...whole, entries, brokenAt: broken?.at ?? null };
  }

  async function pruneSome(before: string): Promise<number> {
    const { anchor, head } = await ends();
    const rows = await rowsAfter(anchor.seq);
    const newer = rows.findIndex((row) => !(row.at < before));
    const stretch = newer === -1 ? rows : rows.slice(0, newer);
    const { last } = await Dexie.waitFor(checkStretch(anchor, stretch, webDigest));
    await db.audit.where('seq').belowOrEqual(last.seq).delete();
    await setEnds({ anchor: last, head });
    return last.seq - anchor.seq;
  }

  return {
    append: (event) =>
      attempt(() =>
        db.transaction('rw', [db.audit, db.meta], async () => {
          const { anchor, head } = await ends();
          // The transaction stays open while the hash is computed: it is the lock between windows.
          const entry = await Dexie.waitFor(nextEntry(head, now().toISOString(), event, webDigest));
          await db.audit.add(entry);
          await setEnds({ anchor, head: { seq: entry.seq, hash: entry.hash } });
        }),
      ),
    summary: () =>
      attempt(() =>
        db.transaction('r', [db.audit, db.meta], async () => {
          const [both, entries, first, last] = await Promise.all([
            ends(),
            db.audit.count(),
            db.audit.orderBy('seq').first(),
            db.audit.orderBy('seq').last(),
          ]);
          return { ...both, entries, firstAt: first?.at ?? null, lastAt: last?.at ?? null };
        }),
      ),
    check: () => attempt(() => db.transaction('r', [db.audit, db.meta], checkAll)),
    readLines: () =>
      attempt(() =>
        db.transaction('r', [db.audit, db.meta], async () => {
          const { anchor, head } = await ends();
          const lines = [`${JSON.stringify({ log: 'footnote-audit', begins: anchor, ends: head })}\n`];
          await db.audit.orderBy('seq').each((row) => {
            lines.push(`${JSON.stringify(row)}\n`);
          });
          return lines;
        }),
      ),
    pruneBefore: (before) =>
      attempt(async () => {
        const some = () => db.transaction('rw', [db.audit, db.meta], () => pruneSome(before));
        let pruned = 0;
        for (let gone = await some(); gone > 0; gone = await some()) pruned += gone;
        return pruned;
      }),
  };
}
