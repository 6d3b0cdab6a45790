import type { Ref } from 'react';
import { i18n } from '#i18n';
import type { Claim } from '@/lib/draft/claim';
import type { Alternative, DraftSession, Source } from '@/lib/draft/session/session-state';
import type { Ticket } from '@/lib/ticket/ticket';
import type { DraftEditorHandle } from '../draft/draft-editor';
import { DraftText } from '../draft/draft-text';
import { DraftView } from '../draft/draft-view';
import { UnderDraft } from '../draft/under-draft';
import { FootnoteList, type SourceActions } from '../sources/footnote-list';
import { TicketCautions } from '../ticket/ticket-cautions';
import { FailureNote } from './failure-note';
import { Instead, NoteForColleagues, PartialNote, WeakNote } from './middle-notes';
import styles from './panel.module.css';
import type { PanelActions } from './panel-props';
import { SecondReadingLine } from './second-reading-line';

export interface PanelMiddleProps {
  session: DraftSession;
  ticket: Ticket;
  alternative: Alternative | null;
  claims: readonly Claim[];
  words: number;
  openClaim: string | null;
  openSource: number | null;
  now: number;
  editor: Ref<DraftEditorHandle>;
  actions: PanelActions;
  /** Finished drafts are read a second time by the model. */
  isReadAgain: boolean;
  sourceActions: SourceActions;
  onOpenSource: (number: number, claim: Claim | null) => void;
  onOpenClaim: (claim: Claim) => void;
  onCannedReplies: () => void;
  onSearchArticles: () => void;
}

/** The only part that scrolls: banner, draft, what it knew, versions, footnotes. */
export function PanelMiddle(props: PanelMiddleProps) {
  const {
    session,
    ticket,
    alternative,
    claims,
    words,
    openClaim,
    openSource,
    now,
    editor,
    actions,
    sourceActions,
  } = props;
  const { phase, evidence } = session;
  const isWriting = phase === 'writing';
  const isBusy = isWriting || phase === 'searching';
  const isWeak = evidence !== null && evidence.level !== 'strong';
  const isNote = alternative?.audience === 'internal';
  const sources = alternative && !isBusy ? alternative.sources : session.sources;
  return (
    <>
      <TicketCautions need={session.need} ticket={ticket} />
      {session.failure && (
        <FailureNote failure={session.failure} kept={alternative ? words : 0} actions={actions} />
      )}
      {!session.failure && phase === 'partial' && alternative && (
        <PartialNote alternative={alternative} words={words} onDraftAgain={actions.draft} />
      )}
      {isNote && <NoteForColleagues />}
      {alternative && !isNote && isWeak && !isBusy && <WeakNote isNone={evidence.level === 'none'} />}
      {phase === 'searching' && alternative && (
        <DraftText
          dimmed
          document={alternative.document}
          claims={claims}
          sources={alternative.sources}
          language={ticket.language}
          onOpenSource={props.onOpenSource}
          onOpenClaim={props.onOpenClaim}
        />
      )}
      {phase !== 'searching' && alternative ? (
        <DraftView
          id={alternative.id}
          writing={isWriting}
          handle={editor}
          document={alternative.document}
          claims={claims}
          sources={alternative.sources}
          language={ticket.language}
          openClaim={openClaim}
          onChange={actions.edit}
          onOpenSource={props.onOpenSource}
          onOpenClaim={props.onOpenClaim}
          onCannedReplies={props.onCannedReplies}
        />
      ) : (
        !alternative && <BeforeDraft session={session} />
      )}
      {isWriting && <p className={styles.grey}>{i18n.t('panel.draft.greyText')}</p>}
      {alternative && !isBusy && (
        <UnderDraft
          alternative={alternative}
          place={{ index: session.current, of: session.alternatives.length }}
          words={words}
          evidence={evidence}
          need={session.need}
          ticket={ticket}
          onShow={actions.choose}
        />
      )}
      {alternative && !isNote && !isBusy && (
        <SecondReadingLine
          reading={alternative.secondReading}
          isOn={props.isReadAgain}
          doubted={claims.filter(({ state }) => state === 'doubted').length}
          actions={actions}
        />
      )}
      {isWeak && !isBusy && !isNote && session.failure?.kind !== 'nothing-to-read' && (
        <Instead actions={actions} onSearchArticles={props.onSearchArticles} />
      )}
      <FootnoteList
        sources={sources}
        notUsed={isWeak && alternative !== null && isUnused(sources, claims)}
        openNumber={openSource}
        now={now}
        onOpenSource={props.onOpenSource}
        {...sourceActions}
      />
    </>
  );
}

function isUnused(sources: readonly Source[], claims: readonly Claim[]): boolean {
  const cited = new Set(claims.flatMap((claim) => claim.citations));
  return !sources.some((source) => cited.has(source.number));
}

function BeforeDraft({ session }: { session: DraftSession }) {
  if (session.phase === 'searching')
    return <p className={styles.sentence}>{i18n.t('panel.draft.searching')}</p>;
  if (session.phase !== 'idle' || !session.evidence) return null;
  if (session.evidence.level === 'none')
    return <p className={styles.sentence}>{i18n.t('panel.start.noEvidence')}</p>;
  return <p className={styles.sentence}>{i18n.t('panel.start.ready')}</p>;
}
