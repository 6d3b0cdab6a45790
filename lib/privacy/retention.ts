/** What is kept for a time only. Articles, settings and sources of imports stay until somebody deletes them. */
export const retainedStores = ['drafts', 'outcomes', 'questions', 'audit'] as const;
export type RetainedStore = (typeof retainedStores)[number];

/** Days that each is kept; `null`: until somebody deletes it. */
export type Retention = Readonly<Record<RetainedStore, number | null>>;

/**
 * A draft holds the ticket as it was read, so it goes first. Outcomes and questions serve a year of seasons; the log
 * of what was done outlasts what it tells of.
 */
export const defaultRetention: Retention = { drafts: 30, outcomes: 365, questions: 365, audit: 730 };

export const dayMs = 86_400_000;

/** What is older than this goes at a run at `atMs`; milliseconds since 1970. `null`: nothing goes. */
export function cutoffOf(days: number | null, atMs: number): number | null {
  return days === null ? null : atMs - days * dayMs;
}
