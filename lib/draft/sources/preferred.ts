import type { Source } from '../session/session-state';

export interface Preferred {
  source: Source;
  why: 'verified' | 'newer' | 'narrower';
}

/**
 * Which of two articles that disagree to go by: the one that somebody has verified, else the one in force for a shorter
 * time, else the one written for less (a special rule goes before a general one), else the one verified last. `null`:
 * nothing tells.
 */
export function preferredOf(one: Source, other: Source): Preferred | null {
  const isVerified = ({ verified }: Source) => verified.state === 'verified';
  if (isVerified(one) !== isVerified(other))
    return { source: isVerified(one) ? one : other, why: 'verified' };
  return (
    newerBy(one, other, (source) => source.validFrom) ??
    narrowerOf(one, other) ??
    newerBy(one, other, (source) => source.verified.at)
  );
}

/** ISO 8601 dates compare as text. */
function newerBy(one: Source, other: Source, dateOf: (source: Source) => string | null): Preferred | null {
  const [first, second] = [dateOf(one) ?? '', dateOf(other) ?? ''];
  if (first === second) return null;
  return { source: first > second ? one : other, why: 'newer' };
}

/** Markets for one and products for the other compare as nothing: neither lies within the other. */
function narrowerOf(one: Source, other: Source): Preferred | null {
  const [first, second] = [liesWithin(one, other), liesWithin(other, one)];
  return first === second ? null : { source: first ? one : other, why: 'narrower' };
}

function liesWithin(inner: Source, outer: Source): boolean {
  return isPartOf(inner.market, outer.market) && isPartOf(inner.productScope, outer.productScope);
}

/** No name stands for all of them. */
function isPartOf(names: readonly string[] = [], others: readonly string[] = []): boolean {
  return others.length === 0 || (names.length > 0 && names.every((name) => others.includes(name)));
}
