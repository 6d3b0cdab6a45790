import type { StoreFailure } from '@/lib/knowledge/repository';
import { cutoffOf, type RetainedStore, type Retention, retainedStores } from '@/lib/privacy/retention';
import { err, ok, type Result } from '@/lib/result';
import { createAuditRepository } from './audit';
import type { FootnoteDatabase } from './database';
import { attempt } from './failure';
import { dropQuestions } from './questions';

export interface StoreOutlook {
  readonly kept: number;
  /** How many will be too old at the next run. */
  readonly due: number;
  /** ISO 8601, of the oldest that is kept; `null`: there is none. */
  readonly oldestAt: string | null;
}

export type RetentionOutlook = Readonly<Record<RetainedStore, StoreOutlook>>;
export type RetentionCounts = Partial<Record<RetainedStore, number>>;

export interface RetentionRepository {
  /** What a run at `atMs` (milliseconds since 1970) would take away. Changes nothing. */
  foresee(retention: Retention, atMs: number): Promise<Result<RetentionOutlook, StoreFailure>>;
  /**
   * Takes away what is too old by now, some rows at a time so that no page waits long, and notes the numbers in the
   * audit log, also when it had to stop half-way: the next run goes on.
   */
  run(retention: Retention): Promise<Result<RetentionCounts, StoreFailure>>;
}

const rowsAtATime = 500;

export function createRetentionRepository(db: FootnoteDatabase, now: () => Date): RetentionRepository {
  const audit = createAuditRepository(db, now);
  const dated = {
    drafts: () => db.drafts.where('savedAt'),
    outcomes: () => db.outcomes.where('at'),
    questions: () => db.questions.where('at'),
    audit: () => db.audit.where('at'),
  };

  const deleteSome: Record<Exclude<RetainedStore, 'audit'>, (before: string) => Promise<number>> = {
    drafts: (before) => dated.drafts().below(before).limit(rowsAtATime).delete(),
    outcomes: (before) => dated.outcomes().below(before).limit(rowsAtATime).delete(),
    questions: (before) =>
      db.transaction('rw', [db.heads, db.bodies, db.meta, db.questions], async () => {
        const rows = await dated.questions().below(before).limit(rowsAtATime).toArray();
        if (rows.length > 0) await dropQuestions(db, rows);
        return rows.length;
      }),
  };

  async function deleteAll(store: RetainedStore, before: string): Promise<Result<number, StoreFailure>> {
    // Its chain of hashes has to hold afterwards.
    if (store === 'audit') return audit.pruneBefore(before);
    let all = 0;
    while (true) {
      const some = await attempt(() => deleteSome[store](before));
      if (!some.ok) return some;
      if (some.value === 0) return ok(all);
      all += some.value;
    }
  }

  return {
    foresee: (retention, atMs) =>
      attempt(async () => {
        const outlooks = await Promise.all(
          retainedStores.map(async (store): Promise<[RetainedStore, StoreOutlook]> => {
            const before = beforeOf(retention[store], atMs);
            const [kept, due, oldest] = await Promise.all([
              db.table(store).count(),
              before === null ? 0 : dated[store]().below(before).count(),
              dated[store]()
                .above('')
                .limit(1)
                .keys()
                .then(([at]) => at),
            ]);
            return [store, { kept, due, oldestAt: typeof oldest === 'string' ? oldest : null }];
          }),
        );
        return Object.fromEntries(outlooks) as unknown as RetentionOutlook;
      }),
    async run(retention) {
      const counts: RetentionCounts = {};
      let failure: StoreFailure | null = null;
      for (const store of retainedStores) {
        const before = beforeOf(retention[store], now().getTime());
        if (before === null) continue;
        const deleted = await deleteAll(store, before);
        if (!deleted.ok) failure = deleted.error;
        else if (deleted.value > 0) counts[store] = deleted.value;
      }
      if (Object.keys(counts).length > 0) {
        const noted = await audit.append({ kind: 'pruned', counts });
        if (!noted.ok) failure = noted.error;
      }
      return failure === null ? ok(counts) : err(failure);
    },
  };
}

function beforeOf(days: number | null, atMs: number): string | null {
  const cutoff = cutoffOf(days, atMs);
  return cutoff === null ? null : new Date(cutoff).toISOString();
}
