import * as z from 'zod/mini';
import type { StoreFailure } from '@/lib/knowledge/repository';
import type { Result } from '@/lib/result';
import type { FootnoteDatabase } from './database';
import { attempt } from './failure';
import { type Outcome, outcomeSchema } from './outcome';

/** Only ever added to, but for the agent's answer; erasing is by ticket (a customer asks) or by age (retention). */
export interface OutcomeRepository {
  /** Adding an id a second time changes nothing, so a retry is harmless. */
  append(outcome: Outcome): Promise<Result<void, StoreFailure>>;
  /** Oldest first. Rows that this build cannot read are left out and counted. */
  list(range?: {
    from?: string;
    until?: string;
  }): Promise<Result<{ outcomes: Outcome[]; unreadable: number }, StoreFailure>>;
  /** Keeps the agent's answer with the newest outcome of a ticket. `false`: there is none. */
  rate(ticketKey: string, useful: boolean): Promise<Result<boolean, StoreFailure>>;
  /** Keeps what an outcome taught, so that erasing it can take that back. */
  noteTaught(id: string, taught: Outcome['taught']): Promise<Result<void, StoreFailure>>;
  forTicket(ticketKey: string): Promise<Result<Outcome[], StoreFailure>>;
  erase(by: { ticketKey: string } | { before: string }): Promise<Result<number, StoreFailure>>;
}

export function createOutcomeRepository(db: FootnoteDatabase): OutcomeRepository {
  return {
    append: (outcome) =>
      attempt(() =>
        db.transaction('rw', db.outcomes, async () => {
          if ((await db.outcomes.get(outcome.id)) === undefined) await db.outcomes.add(outcome);
        }),
      ),
    list: (range = {}) =>
      attempt(async () => {
        const rows = await db.outcomes
          .where('at')
          .between(range.from ?? '', range.until ?? '\uffff', true, false)
          .toArray();
        const outcomes = parseAll(rows);
        return { outcomes, unreadable: rows.length - outcomes.length };
      }),
    rate: (ticketKey, useful) =>
      attempt(() =>
        db.transaction('rw', db.outcomes, async () => {
          const rows = await db.outcomes.where('ticketKey').equals(ticketKey).sortBy('at');
          const newest = rows.at(-1);
          return newest !== undefined && (await db.outcomes.update(newest.id, { useful })) === 1;
        }),
      ),
    noteTaught: (id, taught) =>
      attempt(async () => {
        await db.outcomes.update(id, { taught });
      }),
    forTicket: (ticketKey) =>
      attempt(async () => parseAll(await db.outcomes.where('ticketKey').equals(ticketKey).toArray())),
    erase: (by) =>
      attempt(() =>
        'before' in by
          ? db.outcomes.where('at').below(by.before).delete()
          : db.outcomes.where('ticketKey').equals(by.ticketKey).delete(),
      ),
  };
}

function parseAll(rows: readonly unknown[]): Outcome[] {
  return rows.flatMap((row) => {
    const parsed = z.safeParse(outcomeSchema, row);
    return parsed.success ? [parsed.data] : [];
  });
}
