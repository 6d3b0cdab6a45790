import type { Article, ArticleKind, Audience } from '@/lib/knowledge/article';
import { verificationDueOn, verificationState } from '@/lib/knowledge/validity';
import type { ArticleHead } from '@/lib/store/database';

export interface ArticleFilter {
  readonly kind: ArticleKind | null;
  readonly status: Article['status'] | null;
  readonly audience: Audience | null;
  readonly locale: string | null;
}
export const noFilter: ArticleFilter = { kind: null, status: 'published', audience: null, locale: null };

const sortKeys = ['title', 'kind', 'owner', 'verified'] as const;
export interface ArticleSort {
  readonly by: (typeof sortKeys)[number];
  readonly descending: boolean;
}

/** Stable order of all articles; titles decide among equals. Sort once, then filter. */
export function sortArticles(heads: readonly ArticleHead[], sort: ArticleSort): ArticleHead[] {
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  const keyOf = {
    title: () => '',
    kind: (head: ArticleHead) => head.kind,
    // Nobody comes last.
    owner: (head: ArticleHead) => head.owner ?? '\uffff',
    // Never verified comes first: it waits longest.
    verified: (head: ArticleHead) => head.verification?.at ?? '',
  }[sort.by];
  const turn = sort.descending ? -1 : 1;
  const keyed = heads.map((head) => ({ head, key: keyOf(head) }));
  keyed.sort((a, b) => {
    const byKey = a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    return turn * (byKey || collator.compare(a.head.title, b.head.title));
  });
  return keyed.map(({ head }) => head);
}

function passesFilter(head: ArticleHead, filter: ArticleFilter): boolean {
  return (
    (filter.kind === null || head.kind === filter.kind) &&
    (filter.status === null || head.status === filter.status) &&
    (filter.audience === null || head.audience === filter.audience) &&
    (filter.locale === null || head.locale === filter.locale)
  );
}

/**
 * What the list shows. With words typed: what the index found, best first, then titles that hold every word. `found`
 * is `null` while the index has not answered; titles alone stand in for it.
 */
export function selectArticles(
  sorted: readonly ArticleHead[],
  query: string,
  found: readonly string[] | null,
  filter: ArticleFilter,
): ArticleHead[] {
  const kept = sorted.filter((head) => passesFilter(head, filter));
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return kept;
  const byTitle = kept.filter(({ title }) => {
    const lower = title.toLowerCase();
    return words.every((word) => lower.includes(word));
  });
  if (found === null) return byTitle;
  const byId = new Map(kept.map((head) => [head.id, head]));
  return [...new Set([...found.flatMap((id) => byId.get(id) ?? []), ...byTitle])];
}

/** Languages that the articles have, for the filter. */
export function localesOf(heads: readonly ArticleHead[]): string[] {
  return [...new Set(heads.map((head) => head.locale).filter((locale) => locale !== ''))].sort();
}

/** How far a person stands behind an article on a day; `on` is the date to show. */
export type Standing =
  | { readonly state: 'verified' | 'due' | 'expired'; readonly on: string }
  | { readonly state: 'never'; readonly on: null };

export function standingOf(head: Pick<Article, 'verification' | 'validUntil'>, today: string): Standing {
  if (head.validUntil !== null && head.validUntil < today) return { state: 'expired', on: head.validUntil };
  const state = verificationState(head, today);
  if (state === 'never') return { state, on: null };
  return state === 'due'
    ? { state, on: verificationDueOn(head) ?? today }
    : { state, on: head.verification?.at ?? today };
}

/** The id that the cursor moves to; stays inside the list. */
export function moveCursor(rows: readonly ArticleHead[], cursor: string | null, step: number): string | null {
  const at = rows.findIndex((head) => head.id === cursor);
  const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + step, 0), rows.length - 1);
  return rows[next]?.id ?? null;
}
