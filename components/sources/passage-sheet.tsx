import ExternalLink from 'lucide-react/icons/external-link';
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { i18n } from '#i18n';
import type { Claim } from '@/lib/draft/claim';
import type { Source } from '@/lib/draft/session/session-state';
import { FootnoteChip } from '../draft/mark-chips';
import { Button } from '../ui/button';
import { listOf } from '../ui/format';
import { Sheet } from '../ui/sheet';
import type { SourceActions } from './footnote-list';
import { MarkedText } from './marked-text';
import { forceWords, kindName } from './source-words';
import styles from './sources.module.css';
import { WhyFound } from './why-found';

export interface PassageSheetProps extends SourceActions {
  source: Source;
  claim: Claim | null;
  place: { index: number; of: number };
  now: number;
  onClose: () => void;
}

/** The very words that a claim stands on where the ledger names them, else those that answer the ticket. */
function standsOn(source: Source, claim: Claim | null): Source['marks'] {
  const { evidence } = claim ?? {};
  const isHere =
    evidence?.place.kind === 'source' &&
    evidence.place.number === source.number &&
    evidence.place.field === 'text' &&
    source.text.slice(evidence.start, evidence.end) === evidence.text;
  return isHere ? [evidence] : source.marks;
}

/** What a footnote stands on: the passage as it was found, in force or not, verified by whom, and why it was found. */
export function PassageSheet({
  source,
  claim,
  place,
  now,
  onClose,
  onOpenArticle,
  onPin,
  onLeaveOut,
}: PassageSheetProps) {
  const text = useRef<HTMLQuoteElement>(null);
  useLayoutEffect(() => {
    const box = text.current;
    const mark = box?.querySelector('mark');
    // A long passage is cut at some lines: those with the words in question are the ones to see.
    if (box && mark && mark.offsetTop + mark.offsetHeight > box.clientHeight)
      box.scrollTop = mark.offsetTop - box.clientHeight / 3;
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = { o: onOpenArticle, p: onPin, x: onLeaveOut }[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act(source);
  };
  return (
    <Sheet
      title={
        <>
          <FootnoteChip number={source.number} source={source} open onOpen={onClose} />
          <span className="clip">{source.title}</span>
        </>
      }
      aside={i18n.t('panel.sources.place', [place.index + 1, place.of])}
      closeName={i18n.t('panel.sheet.close')}
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <div className={styles.passage}>
        {claim && (
          <dl className={styles.pair}>
            <dt>{i18n.t('panel.claim.draft')}</dt>
            <dd>{claim.text}</dd>
          </dl>
        )}
        {source.headingPath.length > 0 && <p className={styles.path}>{source.headingPath.join(' › ')}</p>}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long passage is scrolled by keyboard. */}
        <blockquote ref={text} className={styles.text} tabIndex={0} data-first="" dir="auto">
          <MarkedText text={source.text} marks={standsOn(source, claim)} />
        </blockquote>
      </div>
      <div className={styles.origin}>
        <div className={styles.originText}>
          <p>
            {kindName(source.kind)}, {i18n.t(`panel.audience.${source.audience}`)}
          </p>
          <p className={styles.originMeta}>{listOf(forceWords(source, now))}</p>
          {source.gone && <p className={styles.bad}>{i18n.t('panel.source.goneSentence')}</p>}
        </div>
        <Button variant="ghost" compact icon={ExternalLink} keys="O" onClick={() => onOpenArticle(source)}>
          {i18n.t('panel.sources.open')}
        </Button>
      </div>
      {(source.found || source.pinned) && <WhyFound source={source} />}
      <div className={styles.choices}>
        <Button compact keys="P" onClick={() => onPin(source)}>
          {i18n.t(source.pinned ? 'panel.sources.unpin' : 'panel.sources.pin')}
        </Button>
        <Button compact variant="ghost" keys="X" onClick={() => onLeaveOut(source)}>
          {i18n.t('panel.sources.leaveOut')}
        </Button>
      </div>
    </Sheet>
  );
}
