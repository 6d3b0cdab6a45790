import type { Source } from '../session/session-state';

export interface Preferred {
  source: Source;
  why: 'verified' | 'newer';
}

/**
 * Which of two articles that disagree to go by: the one that somebody has verified, else the one in force for a shorter
 * time, else the one verified last. `null`: nothing tells.
 */
export function preferredOf(one: Source, other: Source): Preferred | null {
  const isVerified = ({ verified }: Source) => verified.state === 'verified';
  if (isVerified(one) !== isVerified(other))
    return { source: isVerified(one) ? one : other, why: 'verified' };
  return (
    newerBy(one, other, (source) => source.validFrom) ?? newerBy(one, other, (source) => source.verified.at)
  );
}

/** ISO 8601 dates compare as text. */
function newerBy(one: Source, other: Source, dateOf: (source: Source) => string | null): Preferred | null {
  const [first, second] = [dateOf(one) ?? '', dateOf(other) ?? ''];
  if (first === second) return null;
  return { source: first > second ? one : other, why: 'newer' };
}
