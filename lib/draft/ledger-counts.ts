import type { Claim, LedgerCounts } from './claim';

export function countClaims(claims: readonly Claim[]): LedgerCounts {
  const counts: LedgerCounts = { sourced: 0, ticket: 0, noSource: 0, contradicted: 0, doubted: 0, kept: 0 };
  for (const claim of claims) {
    if (claim.state === 'no-source') counts.noSource += 1;
    else counts[claim.state] += 1;
  }
  return counts;
}
