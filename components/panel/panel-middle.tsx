import CirclePlus from 'lucide-react/icons/circle-plus';
import Forward from 'lucide-react/icons/forward';
import Lock from 'lucide-react/icons/lock';
import MessageCircleQuestion from 'lucide-react/icons/message-circle-question';
import Search from 'lucide-react/icons/search';
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
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import { FailureNote } from './failure-note';
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
      {isNote && <NoteNote />}
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

function PartialNote({
  alternative,
  words,
  onDraftAgain,
}: {
  alternative: Alternative;
  words: number;
  onDraftAgain: () => void;
}) {
  const isCut = alternative.finished !== 'stopped';
  return (
    <div className={styles.block}>
      <Banner
        tone={isCut ? 'warn' : 'info'}
        shape="block"
        actions={
          <Button compact onClick={onDraftAgain}>
            {i18n.t('panel.draft.again')}
          </Button>
        }
      >
        {alternative.finished === 'length' && i18n.t('panel.partial.length', words)}
        {alternative.finished === 'stopped' && i18n.t('panel.partial.stopped', words)}
        {alternative.finished !== 'length' &&
          alternative.finished !== 'stopped' &&
          i18n.t('panel.partial.cut', words)}
      </Banner>
    </div>
  );
}

function WeakNote({ isNone }: { isNone: boolean }) {
  return (
    <div className={styles.block}>
      <Banner tone="warn" shape="block">
        {i18n.t(isNone ? 'panel.weak.none' : 'panel.weak.weak')}
      </Banner>
    </div>
  );
}

function NoteNote() {
  return (
    <div className={styles.block}>
      <Banner tone="info" icon={Lock} shape="block">
        {i18n.t('panel.handOff.forColleagues')}
      </Banner>
    </div>
  );
}

/** What else can be done where the articles do not answer. */
function Instead({ actions, onSearchArticles }: { actions: PanelActions; onSearchArticles: () => void }) {
  const choices = [
    {
      key: undefined,
      icon: MessageCircleQuestion,
      label: i18n.t('panel.action.askCustomer'),
      run: actions.askCustomer,
    },
    { key: undefined, icon: Forward, label: i18n.t('panel.action.handOff'), run: actions.handOff },
    {
      key: undefined,
      icon: Search,
      label: i18n.t('panel.search.name'),
      run: onSearchArticles,
    },
    { key: undefined, icon: CirclePlus, label: i18n.t('panel.action.tellLead'), run: actions.tellLead },
  ].filter((choice) => choice.run);
  if (choices.length === 0) return null;
  return (
    <section className={styles.instead} aria-labelledby="instead-name">
      <h2 id="instead-name">{i18n.t('panel.weak.instead')}</h2>
      <ul>
        {choices.map((choice) => (
          <li key={choice.label}>
            <Button variant="row" icon={choice.icon} onClick={choice.run}>
              {choice.label}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
