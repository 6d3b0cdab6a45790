import type { SearchFilter } from './contract';
import type { SearchIndex } from './search-index';
import { dayNumber } from './segment/builder';
import type { Segment } from './segment/open';

/** 1 for each article that is live and passes; read before any scoring. */
export function allowedArticles(index: SearchIndex, filter: SearchFilter = {}): Uint8Array {
  const allowed = index.live.slice();
  const excluded = new Set(filter.exclude ?? []);
  for (const { segment, firstArticle } of index.placed) {
    const passes = new Uint8Array(segment.counts.metas);
    for (let meta = 0; meta < passes.length; meta++) passes[meta] = metaPasses(segment, meta, filter) ? 1 : 0;
    for (let article = 0; article < segment.counts.articles; article++) {
      if (passes[segment.articleMeta[article]!] === 0) allowed[firstArticle + article] = 0;
      else if (excluded.size > 0 && excluded.has(segment.idOf(article))) allowed[firstArticle + article] = 0;
    }
  }
  return allowed;
}

function metaPasses(segment: Segment, meta: number, filter: SearchFilter): boolean {
  const text = (field: 'kind' | 'audience' | 'locale' | 'language' | 'status' | 'brand') =>
    segment.string(segment.meta(meta, field));
  if (!(filter.statuses ?? ['published']).some((status) => status === text('status'))) return false;
  if (filter.kinds && !filter.kinds.includes(text('kind'))) return false;
  if (filter.audience && !filter.audience.includes(text('audience'))) return false;
  if (
    filter.locales &&
    !filter.locales.some((locale) => localeFits(locale, text('locale') || text('language')))
  )
    return false;
  if (filter.brand !== undefined && text('brand') !== '' && text('brand') !== filter.brand) return false;
  if (filter.market !== undefined && !scopeFits(segment.list(segment.meta(meta, 'market')), filter.market))
    return false;
  if (
    filter.product !== undefined &&
    !scopeFits(segment.list(segment.meta(meta, 'productScope')), filter.product)
  )
    return false;
  if (filter.onDate !== undefined) {
    const day = dayNumber(filter.onDate);
    const from = segment.meta(meta, 'validFrom');
    const until = segment.meta(meta, 'validUntil');
    if ((from !== 0 && day < from) || (until !== 0 && day > until)) return false;
  }
  return true;
}

function localeFits(wanted: string, locale: string): boolean {
  const [a, b] = [wanted.toLowerCase(), locale.toLowerCase()];
  return a === b || b.startsWith(`${a}-`) || b.startsWith(`${a}_`);
}

/** An empty scope is meant for all. */
function scopeFits(scope: readonly string[], wanted: string): boolean {
  return scope.length === 0 || scope.some((entry) => entry.toLowerCase() === wanted.toLowerCase());
}
