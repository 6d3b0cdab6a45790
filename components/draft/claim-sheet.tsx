import Delete from 'lucide-react/icons/delete';
import Flag from 'lucide-react/icons/flag';
import Replace from 'lucide-react/icons/replace';
import Stamp from 'lucide-react/icons/stamp';
import { Fragment, type KeyboardEvent } from 'react';
import { i18n } from '#i18n';
import type { Claim } from '@/lib/draft/claim';
import type { Source } from '@/lib/draft/session/session-state';
import { preferredOf } from '@/lib/draft/sources/preferred';
import { MarkedText } from '../sources/marked-text';
import { forceWords, kindName } from '../sources/source-words';
import { Button } from '../ui/button';
import { listOf } from '../ui/format';
import { Sheet } from '../ui/sheet';
import styles from './claim-sheet.module.css';
import type { ShownEvidence, WordsInSentence } from './claim-words';
import { StateGlyph } from './mark-chips';
import { markGlyph, opinionWords, reasonWords } from './mark-words';

export interface ClaimSheetProps {
  claim: Claim;
  /** The claim in its sentence. */
  words: WordsInSentence;
  /** The words for and against it, as far as the ledger names them. */
  evidence: readonly ShownEvidence[];
  /** The words that a second reading goes by, where it does not make the mark itself. */
  secondWords: ShownEvidence | null;
  /** The passage that contradicts or should have supported it. */
  source: Source | null;
  place: { index: number; of: number } | null;
  /** Words from the source that would settle it, e.g. `10 working days`. */
  offer: string | null;
  now: number;
  onTakeOffer?: ((claim: Claim) => void) | undefined;
  onRemove: (claim: Claim) => void;
  onKeep: (claim: Claim) => void;
  onArticleWrong?: ((source: Source) => void) | undefined;
  onOpenArticle: (source: Source) => void;
  onClose: () => void;
}

/** One claim to settle: the draft's words over the source's, then the choices, safest first. */
export function ClaimSheet(props: ClaimSheetProps) {
  const {
    claim,
    words,
    evidence,
    secondWords,
    source,
    place,
    offer,
    now,
    onTakeOffer,
    onRemove,
    onKeep,
    onArticleWrong,
    onOpenArticle,
    onClose,
  } = props;
  const isOpen = claim.state === 'contradicted' || claim.state === 'no-source' || claim.state === 'doubted';
  const choices = [
    offer &&
      onTakeOffer && {
        key: 'Enter',
        icon: Replace,
        label: i18n.t('panel.claim.use', [offer]),
        run: () => onTakeOffer(claim),
      },
    isOpen && { key: 'X', icon: Delete, label: i18n.t('panel.claim.remove'), run: () => onRemove(claim) },
    isOpen && { key: 'K', icon: Stamp, label: i18n.t('panel.claim.keep'), run: () => onKeep(claim) },
    source &&
      onArticleWrong && {
        key: 'G',
        icon: Flag,
        label: i18n.t('panel.sources.wrong'),
        run: () => onArticleWrong(source),
      },
  ].filter((choice) => choice !== false && choice !== null && choice !== undefined && choice !== '');

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const letter = event.key.toUpperCase();
    const choice = choices.find((each) => each.key === letter);
    const run = letter === 'O' && source ? () => onOpenArticle(source) : choice?.run;
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };

  return (
    <Sheet
      title={
        <span className={styles[claim.state]}>
          <StateGlyph state={claim.state} glyph={markGlyph(claim)} />
          {stateName(claim)}
        </span>
      }
      aside={place && i18n.t('panel.sources.place', [place.index + 1, place.of])}
      closeName={i18n.t('panel.sheet.close')}
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <div className={styles.columns}>
        <div className={styles.evidence}>
          <dl className={styles.pair}>
            <dt>{i18n.t('panel.claim.draft')}</dt>
            <dd dir="auto">
              {words.text.slice(0, words.span.start)}
              <span className={styles[`words-${claim.state}`]}>
                {words.text.slice(words.span.start, words.span.end)}
              </span>
              {words.text.slice(words.span.end)}
            </dd>
            {evidence.map(({ kind, source: from, text, span }, index) => (
              <Fragment key={`${kind} ${from?.number} ${span.start}`}>
                <dt>{i18n.t(index > 0 ? 'panel.claim.other' : `panel.claim.${kind}`)}</dt>
                <dd className={styles.sourceText} dir="auto">
                  <MarkedText text={text} marks={[span]} />
                  {evidence.length > 1 && from && (
                    <span className={styles.from}>
                      {from.title} · {listOf(forceWords(from, now))}
                    </span>
                  )}
                </dd>
              </Fragment>
            ))}
            {evidence.length === 0 && source && (
              <>
                <dt>{i18n.t('panel.claim.source')}</dt>
                <dd className={styles.sourceText} dir="auto">
                  <MarkedText text={source.text} marks={source.marks} />
                </dd>
              </>
            )}
          </dl>
          <p className={styles.reason}>
            {reasonWords(claim)}
            {claim.reason === 'sources-disagree' && ` ${preferredWords(evidence)}`}
          </p>
          {claim.opinion && claim.state !== 'doubted' && (
            <SecondReadingNote opinion={claim.opinion} words={secondWords} />
          )}
        </div>
        {source && (
          <div className={styles.origin}>
            <div className={styles.originText}>
              <p>
                <b>{source.title}</b> · {kindName(source.kind)}
              </p>
              <p>{listOf(forceWords(source, now))}</p>
            </div>
            <Button
              variant="ghost"
              compact
              keys="O"
              className={styles.open}
              onClick={() => onOpenArticle(source)}
            >
              {i18n.t('panel.sources.open')}
            </Button>
          </div>
        )}
        <ul className={styles.choices}>
          {choices.map((choice, index) => (
            <li key={choice.key}>
              <Button
                variant="row"
                icon={choice.icon}
                keys={choice.key}
                data-first={index === 0 ? '' : undefined}
                onClick={choice.run}
              >
                {choice.label}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  );
}

/** Beside the mark, never instead of it. */
function SecondReadingNote({
  opinion,
  words,
}: {
  opinion: NonNullable<Claim['opinion']>;
  words: ShownEvidence | null;
}) {
  return (
    <div className={styles.second}>
      <p>
        <StateGlyph state="doubted" glyph="~" /> {opinionWords(opinion)}
      </p>
      {words && (
        <blockquote dir="auto">
          <MarkedText text={words.text} marks={[words.span]} />
          {words.source && <span className={styles.from}>{words.source.title}</span>}
        </blockquote>
      )}
    </div>
  );
}

/** Which of two articles to go by, and why: told, never chosen in silence. */
function preferredWords([one, other]: readonly ShownEvidence[]): string {
  const preferred = one?.source && other?.source ? preferredOf(one.source, other.source) : null;
  if (preferred === null) return i18n.t('panel.claim.preferNone');
  const { title } = preferred.source;
  return i18n.t(preferring[preferred.why], [title]);
}

const preferring = {
  verified: 'panel.claim.preferVerified',
  newer: 'panel.claim.preferNewer',
  narrower: 'panel.claim.preferNarrower',
} as const;

function stateName(claim: Claim): string {
  switch (claim.state) {
    case 'contradicted':
      return i18n.t('panel.state.contradicted');
    case 'no-source':
      return i18n.t('panel.state.noSource');
    case 'doubted':
      return i18n.t('panel.state.doubted');
    case 'kept':
      return i18n.t('panel.state.kept');
    case 'ticket':
      return i18n.t(claim.from === 'order' ? 'panel.state.order' : 'panel.state.message');
    case 'sourced':
      return i18n.t('panel.state.sourced');
  }
}
