import Send from 'lucide-react/icons/send';
import ThumbsDown from 'lucide-react/icons/thumbs-down';
import ThumbsUp from 'lucide-react/icons/thumbs-up';
import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Insertion } from '@/lib/draft/session/session-state';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import styles from './insertion.module.css';

/** A stretch of the sent reply against the draft. */
export interface DiffPiece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

export interface SentViewProps {
  sent: Extract<Insertion, { state: 'sent' }>;
  /** `null` until it was worked out: the sent text is shown plain. */
  difference: readonly DiffPiece[] | null;
  /** Time from opening the draft to sending, in words; `null`: not known. */
  took: string | null;
  useful: boolean | null;
  onUseful: (useful: boolean) => void;
}

/** What the customer really got. Never blocks: it goes when the next ticket opens. */
export function SentView({ sent, difference, took, useful, onUseful }: SentViewProps) {
  return (
    <>
      <div className={styles.bar}>
        <Icon glyph={Send} />
        <h2 className="clip">
          {sent.changes === 0 ? i18n.t('panel.sent.unchanged') : i18n.t('panel.sent.changes', sent.changes)}
        </h2>
        {took && <span>{took}</span>}
      </div>
      <div className={styles.sent} dir="auto">
        {difference
          ? difference.map((piece, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other identity than their place.
              <Piece key={index} {...piece} />
            ))
          : sent.text}
      </div>
      <section className={styles.useful} aria-labelledby="useful-name">
        <h2 id="useful-name">{i18n.t('panel.sent.useful')}</h2>
        <div className={styles.answers}>
          <Button icon={ThumbsUp} keys="Y" aria-pressed={useful === true} onClick={() => onUseful(true)}>
            {i18n.t('panel.sent.usefulYes')}
          </Button>
          <Button icon={ThumbsDown} keys="N" aria-pressed={useful === false} onClick={() => onUseful(false)}>
            {i18n.t('panel.sent.usefulNo')}
          </Button>
          <span>{i18n.t(useful === null ? 'panel.sent.orGoOn' : 'panel.sent.noted')}</span>
        </div>
      </section>
    </>
  );
}

function Piece({ kind, text }: DiffPiece) {
  const lines = withGaps(text);
  if (kind === 'added') return <ins>{lines}</ins>;
  return kind === 'removed' ? <del>{lines}</del> : lines;
}

/** The difference is told line by line, without blank lines: paragraphs are set apart here. */
function withGaps(text: string): ReactNode[] {
  return text.split('\n').flatMap((line, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity than their place.
    index === 0 ? [line] : [<span key={index} className={styles.gap} />, line],
  );
}
