import type { Claim } from '@/lib/draft/claim';
import { withOpinions } from '@/lib/draft/ledger/second-reading/merge';
import type { Opinion } from '@/lib/draft/ledger/second-reading/opinion';
import type { Alternative } from '@/lib/draft/session/session-state';

/** Claims as the screen shows them: with what a second reading says, and `kept` where the agent took one on. */
export function shownClaims(
  { claims, kept }: Pick<Alternative, 'claims' | 'kept'>,
  opinions: readonly Opinion[] = [],
): Claim[] {
  return withOpinions(claims, opinions).map((claim) =>
    kept.includes(claim.id) ? { ...claim, state: 'kept' } : claim,
  );
}

/** Those that cost a press before inserting, in the order of the text. */
export function openClaims(claims: readonly Claim[]): Claim[] {
  return inOrder(claims.filter(isOpen));
}

/** Those that want the agent's eye: the open ones, then what only a second reading doubts. */
export function claimsToSee(claims: readonly Claim[]): Claim[] {
  return [...openClaims(claims), ...doubtedClaims(claims)];
}

/** The row that a claim stands in: who settles claims to insert is not led on to mere doubts. */
export function rowOf(claims: readonly Claim[], claimId: string | null): Claim[] {
  const open = openClaims(claims);
  return open.some(({ id }) => id === claimId) ? open : doubtedClaims(claims);
}

function doubtedClaims(claims: readonly Claim[]): Claim[] {
  return inOrder(claims.filter(({ state }) => state === 'doubted'));
}

function isOpen({ state }: Claim): boolean {
  return state === 'contradicted' || state === 'no-source';
}

function inOrder(claims: Claim[]): Claim[] {
  return claims.sort((a, b) => a.block - b.block || (a.item ?? 0) - (b.item ?? 0) || a.start - b.start);
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
