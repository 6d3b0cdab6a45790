import ListChecks from 'lucide-react/icons/list-checks';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { i18n } from '#i18n';
import type { Claim } from '@/lib/draft/claim';
import { countClaims } from '@/lib/draft/ledger-counts';
import type { Evidence } from '@/lib/draft/session/session-state';
import { Button } from '../ui/button';
import { classNames } from '../ui/class-names';
import { Icon } from '../ui/icon';
import styles from './ledger-line.module.css';
import { StateGlyph } from './mark-chips';

/** Counts of the finished draft, worst first. */
export function LedgerLine({
  claims,
  unchecked,
  onSettle,
}: {
  claims: readonly Claim[];
  /** The check failed: that there is nothing to settle means nothing. */
  unchecked: boolean;
  onSettle: () => void;
}) {
  const counts = countClaims(claims);
  const isOpen = counts.contradicted + counts.noSource > 0;
  const isDoubted = counts.doubted > 0;
  return (
    <section className={styles.line} aria-label={i18n.t('panel.ledger.name')}>
      {isOpen || isDoubted ? (
        <Counts {...counts} />
      ) : (
        <Settled total={claims.length} kept={counts.kept} unchecked={unchecked} />
      )}
      {(isOpen || isDoubted) && (
        <Button compact keys="F8" className={styles.settle} onClick={onSettle}>
          {i18n.t(isOpen ? 'panel.ledger.settle' : 'panel.ledger.look')}
        </Button>
      )}
    </section>
  );
}

function Counts({ contradicted, noSource, doubted, sourced, ticket, kept }: ReturnType<typeof countClaims>) {
  return (
    <ul className={styles.counts}>
      {contradicted > 0 && (
        <Count
          state="contradicted"
          glyph="≠"
          number={contradicted}
          words={i18n.t('panel.ledger.contradicted', [contradicted])}
        />
      )}
      {noSource > 0 && (
        <Count
          state="no-source"
          glyph="?"
          number={noSource}
          words={i18n.t('panel.ledger.noSource', [noSource])}
        />
      )}
      {doubted > 0 && (
        <Count
          brief={contradicted + noSource > 0}
          state="doubted"
          glyph="~"
          number={doubted}
          words={i18n.t('panel.ledger.doubted', [doubted])}
        />
      )}
      {sourced > 0 && (
        <Count
          wide
          state="sourced"
          glyph="n"
          number={sourced}
          words={i18n.t('panel.ledger.sourced', [sourced])}
        />
      )}
      {ticket > 0 && (
        <Count
          wide
          state="ticket"
          glyph="T"
          number={ticket}
          words={i18n.t('panel.ledger.ticket', [ticket])}
        />
      )}
      {kept > 0 && (
        <Count wide state="kept" glyph="✓" number={kept} words={i18n.t('panel.ledger.kept', [kept])} />
      )}
    </ul>
  );
}

interface CountProps {
  state: Claim['state'];
  glyph: string;
  number: number;
  words: string;
  wide?: boolean;
  /** Its words stand only where all counts have room. */
  brief?: boolean;
}

/** Below 345 px only the number stays on screen; the words are kept for screen readers. */
function Count({ state, glyph, number, words, wide, brief }: CountProps) {
  return (
    <li className={classNames(styles.count, wide && styles.wide, brief && styles.brief)}>
      <StateGlyph state={state} glyph={glyph} />
      <span className={styles.words}>{words}</span>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
    </li>
  );
}

function Settled({ total, kept, unchecked }: { total: number; kept: number; unchecked: boolean }) {
  if (unchecked)
    return (
      <p className={styles.settled}>
        <Icon glyph={TriangleAlert} />
        <span className="clip">{i18n.t('panel.ledger.unchecked')}</span>
      </p>
    );
  return (
    <p className={styles.settled}>
      <Icon glyph={ListChecks} />
      <span className="clip">
        {total === 0 && i18n.t('panel.ledger.noClaims')}
        {total > 0 && kept === 0 && i18n.t('panel.ledger.allSettled', total)}
        {total > 0 && kept > 0 && i18n.t('panel.ledger.keptByYou', total, [total, kept])}
      </span>
    </p>
  );
}

/** While words arrive: what they will stand on. */
export function EvidenceLine({
  evidence,
  sources,
  used,
}: {
  evidence: Evidence;
  sources: number;
  used?: number;
}) {
  const isThin = evidence.level !== 'strong';
  return (
    <div className={styles.line}>
      <p className={classNames(styles.settled, isThin && styles.thin)}>
        <Steps level={evidence.level} />
        <span className="clip">{evidenceWords(evidence.level)}</span>
      </p>
      <span className={styles.meta}>
        {used === undefined
          ? i18n.t('panel.evidence.found', sources, [sources, Math.round(evidence.tookMs)])
          : i18n.t('panel.evidence.near', [sources, used])}
      </span>
    </div>
  );
}

export function evidenceWords(level: Evidence['level']): string {
  if (level === 'strong') return i18n.t('panel.evidence.strong');
  return i18n.t(level === 'weak' ? 'panel.evidence.weak' : 'panel.evidence.none');
}

function Steps({ level }: { level: Evidence['level'] }) {
  return (
    <span className={classNames(styles.steps, styles[level])} aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}
