import type { Claim } from '@/lib/draft/claim';
import type { Alternative } from '@/lib/draft/session/session-state';

/** A claim as the screen shows it: one the agent took on is `kept`, whatever the check said. */
export function shownClaims({ claims, kept }: Pick<Alternative, 'claims' | 'kept'>): Claim[] {
  return claims.map((claim) => (kept.includes(claim.id) ? { ...claim, state: 'kept' } : claim));
}

/** Those that want the agent's eye, in the order of the text. */
export function openClaims(claims: readonly Claim[]): Claim[] {
  return claims
    .filter((claim) => claim.state === 'contradicted' || claim.state === 'no-source')
    .sort((a, b) => a.block - b.block || (a.item ?? 0) - (b.item ?? 0) || a.start - b.start);
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
