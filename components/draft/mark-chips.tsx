import type { Claim } from '@/lib/draft/claim';
import type { Source } from '@/lib/draft/session/session-state';
import { classNames } from '../ui/class-names';
import { footnoteFlag, footnoteName, markGlyph, markName } from './mark-words';
import styles from './marks.module.css';

export interface FootnoteChipProps {
  number: number;
  source: Source | undefined;
  claim?: Claim | null;
  open?: boolean;
  onOpen: (number: number, claim: Claim | null) => void;
}

export function FootnoteChip({ number, source, claim = null, open, onOpen }: FootnoteChipProps) {
  const flag = footnoteFlag(source);
  return (
    <button
      type="button"
      className={classNames(styles.chip, flag && styles[`flag-${flag}`], open && styles['chip-open'])}
      aria-label={footnoteName(number, source, claim)}
      onClick={() => onOpen(number, claim)}
    >
      {number}
    </button>
  );
}

export function ClaimChip({
  claim,
  open,
  onOpen,
}: {
  claim: Claim;
  open?: boolean;
  onOpen: (claim: Claim) => void;
}) {
  return (
    <button
      type="button"
      className={classNames(styles.chip, styles[`chip-${claim.state}`], open && styles['chip-open'])}
      data-claim={claim.id}
      aria-label={markName(claim)}
      onClick={() => onOpen(claim)}
    >
      {markGlyph(claim)}
    </button>
  );
}

/** The same letter where nothing is to be pressed: ledger line, sheet titles. */
export function StateGlyph({ state, glyph }: { state: Claim['state']; glyph: string }) {
  return (
    <span
      className={classNames(styles.chip, state !== 'sourced' && styles[`chip-${state}`])}
      data-glyph=""
      aria-hidden="true"
    >
      {glyph}
    </span>
  );
}
