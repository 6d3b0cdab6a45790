import { i18n } from '#i18n';
import type { Claim } from '@/lib/draft/claim';
import type { DraftSession } from '@/lib/draft/session/session-state';
import { claimsToSee } from '../draft/ledger';
import { EvidenceLine, LedgerLine } from '../draft/ledger-line';
import styles from './panel.module.css';

export interface PanelLedgerProps {
  session: DraftSession;
  claims: readonly Claim[];
  articles: number | null;
  onSettle: () => void;
}

/** The line above the draft, in every state: what it stands on, or what is to settle, worst first. */
export function PanelLedger({ session, claims, articles, onSettle }: PanelLedgerProps) {
  const { phase, evidence } = session;
  const isDone = phase === 'ready' || phase === 'partial' || (phase === 'failed' && session.current >= 0);
  const isWeak = evidence !== null && evidence.level !== 'strong';
  if (isDone && (claimsToSee(claims).length > 0 || !isWeak))
    return (
      <LedgerLine
        claims={claims}
        unchecked={session.alternatives[session.current]?.warnings.includes('claims-unchecked') ?? false}
        onSettle={onSettle}
      />
    );
  if (evidence && phase !== 'searching') {
    const cited = new Set(claims.flatMap((claim) => claim.citations));
    const used = session.sources.filter((source) => cited.has(source.number)).length;
    return (
      <EvidenceLine
        evidence={evidence}
        sources={session.sources.length}
        {...(isDone && isWeak ? { used } : {})}
      />
    );
  }
  return (
    <p className={styles.quietLine}>
      {articles !== null && phase === 'searching' && i18n.t('panel.evidence.lookingIn', articles)}
      {articles !== null && phase !== 'searching' && i18n.t('panel.evidence.ready', articles)}
    </p>
  );
}
