import { useState } from 'react';
import type { Claim } from '@/lib/draft/claim';
import type { Source } from '@/lib/draft/session/session-state';
import { claimsToSee } from '../draft/ledger';
import { useStable } from '../ui/use-stable';
import type { OpenSheet } from './panel-sheet';

const noSheet: OpenSheet = { kind: 'none' };

export interface PanelSheetState {
  sheet: OpenSheet;
  close: () => void;
  openClaim: (claim: Claim) => void;
  openSource: (number: number, claim: Claim | null) => void;
  openCanned: () => void;
  openArticles: () => void;
  /** To the next claim of a row or the one before; with none, closes. Left out: those to look at. */
  nextClaim: (step: 1 | -1, row?: readonly Claim[]) => void;
}

/** Which sheet is open, and the way from one claim to the next. */
export function usePanelSheet(claims: readonly Claim[], sources: readonly Source[]): PanelSheetState {
  const [wanted, setSheet] = useState<OpenSheet>(noSheet);
  const sheet = isThere(wanted, claims, sources) ? wanted : noSheet;
  const close = () => setSheet(noSheet);
  const openClaim = (claim: Claim) => setSheet({ kind: 'claim', claimId: claim.id });
  const { openSource } = useStable({
    openSource: (number: number, claim: Claim | null) => setSheet({ kind: 'source', number, claim }),
  });
  return {
    sheet,
    close,
    openClaim,
    openSource,
    openCanned: () => setSheet({ kind: 'canned' }),
    openArticles: () => setSheet({ kind: 'articles' }),
    nextClaim(step, row = claimsToSee(claims)) {
      const shown = sheet.kind === 'claim' ? sheet.claimId : null;
      const at = shown !== null ? row.findIndex((claim) => claim.id === shown) : step === 1 ? -1 : 0;
      const next = row.at((at + step) % Math.max(1, row.length));
      if (next) openClaim(next);
      else close();
    },
  };
}

/** A claim that was edited away, or a source of another version, closes its sheet. */
function isThere(sheet: OpenSheet, claims: readonly Claim[], sources: readonly Source[]): boolean {
  if (sheet.kind === 'claim') return claims.some((claim) => claim.id === sheet.claimId);
  return sheet.kind !== 'source' || sources.some((source) => source.number === sheet.number);
}
