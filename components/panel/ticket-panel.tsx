import { useEffect, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Claim } from '@/lib/draft/claim';
import { textUnits } from '@/lib/draft/reply/document';
import type { DraftSession, Source } from '@/lib/draft/session/session-state';
import type { Ticket } from '@/lib/ticket/ticket';
import type { DraftEditorHandle } from '../draft/draft-editor';
import { countWords, openClaims, rowOf, shownClaims } from '../draft/ledger';
import { FoundDialog } from '../insertion/found-dialog';
import { InsertionSheet } from '../insertion/insertion-sheet';
import { tookWords } from '../insertion/insertion-words';
import { SentView } from '../insertion/sent-view';
import type { SourceActions } from '../sources/footnote-list';
import { NeedCard } from '../ticket/need-card';
import { TicketHeader } from '../ticket/ticket-header';
import { clockTime } from '../ui/format';
import { useStable } from '../ui/use-stable';
import { Announcer } from './announcer';
import { ImportLine } from './import-line';
import { KeysDialog } from './keys-dialog';
import { PanelSheet, RequestSheet, UnlockBanner, usePreloads } from './later-parts';
import { NoticeBanner } from './notice-banner';
import styles from './panel.module.css';
import { PanelBanners, staleFact } from './panel-banners';
import { PanelFooter } from './panel-footer';
import { PanelLedger } from './panel-ledger';
import { PanelMiddle } from './panel-middle';
import type { PanelProps } from './panel-props';
import { TicketMenu } from './ticket-menu';
import { usePanelKeys } from './use-panel-keys';
import { usePanelSheet } from './use-panel-sheet';

const noClaims: readonly Claim[] = [];
const noKept: readonly string[] = [];

/** The panel of one ticket. Mounted anew for each ticket, so that nothing of the last one stays open. */
export function TicketPanel(props: PanelProps & { ticket: Ticket }) {
  const { session, ticket, helpdesk, afterInsert, difference, useful, notice, now, actions } = props;
  const { phase, insertion } = session;
  const [isKeysOpen, setKeysOpen] = useState(false);
  const [found, setFound] = useState<string | null>(null);
  const [needOpen, setNeedOpen] = useState<boolean | null>(null);
  const editor = useRef<DraftEditorHandle>(null);
  const actionsButton = useRef<HTMLButtonElement>(null);
  const moreButton = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const middle = useRef<HTMLElement>(null);

  const alternative = session.alternatives[session.current] ?? null;
  const { claims: checked = noClaims, kept = noKept, secondReading } = alternative ?? {};
  const opinions = secondReading?.opinions;
  // The same list until claims are checked again: the editor draws its marks anew for each new one.
  const claims = useMemo(() => shownClaims({ claims: checked, kept }, opinions), [checked, kept, opinions]);
  const toSettle = openClaims(claims);
  const sources = alternative?.sources ?? session.sources;
  const { sheet, close, openClaim, openSource, openCanned, openArticles, nextClaim } = usePanelSheet(
    claims,
    sources,
  );
  const words = alternative
    ? countWords(
        textUnits(alternative.document)
          .map((unit) => unit.text)
          .join('\n'),
      )
    : 0;
  const isBusy = phase === 'searching' || phase === 'writing';
  const isDone = alternative !== null && !isBusy;
  const isSent = insertion.state === 'sent';

  usePreloads({ isBusy, hasSources: session.sources.length > 0 });

  useEffect(() => {
    // The pressed button is gone. From nowhere F6 would lead back into the panel before it leads to the reply box.
    if (insertion.state === 'verified' && document.activeElement === document.body) middle.current?.focus();
  }, [insertion.state]);

  const shownClaim = sheet.kind === 'claim' ? sheet.claimId : null;
  // A claim with nothing behind it costs one deliberate press before it can reach a customer.
  const insert = (options = { closeAfter: afterInsert === 'close' }) => {
    if (!isDone || insertion.state === 'inserting') return;
    const [first] = toSettle;
    if (first) openClaim(first);
    else actions.insert(options);
  };
  const chooseCanned = () => {
    actions.searchCannedReplies('');
    openCanned();
  };
  const searchArticles = () => {
    actions.searchArticles('');
    openArticles();
  };
  const evidenceAtCaret = () => {
    const claim = editor.current?.claimAtCaret();
    if (!claim) return;
    const [citation] = claim.citations;
    if (claim.state === 'sourced' && citation !== undefined) openSource(citation, claim);
    else openClaim(claim);
  };
  const insertLink = (source: Source) => {
    if (source.url) editor.current?.insertLink(source.url, source.title);
  };
  const sourceActions = useStable<SourceActions>({
    onPin: (source: Source) => actions.pin(source.articleId, !source.pinned),
    onLeaveOut: (source: Source) => {
      close();
      actions.exclude(source.articleId);
    },
    onOpenArticle: (source: Source) => actions.openArticle(source.articleId, source.articleVersion),
    onArticleWrong: actions.articleWrong && ((source: Source) => actions.articleWrong?.(source.articleId)),
    onInsertLink: isDone ? insertLink : undefined,
  });

  usePanelKeys({
    keys: {
      insert: isDone ? () => insert() : isBusy || isSent ? undefined : actions.draft,
      insertWhere: isDone ? () => moreButton.current?.click() : undefined,
      nextClaim: isDone ? () => nextClaim(1) : undefined,
      previousClaim: isDone ? () => nextClaim(-1) : undefined,
      evidence: isDone ? evidenceAtCaret : undefined,
      changeField: () => field.current?.focus(),
      allActions: () => actionsButton.current?.click(),
      back: () => {
        if (props.outbound !== null) actions.closeRequest?.();
        else if (sheet.kind !== 'none') close();
        else if (isBusy) actions.stop();
        else editor.current?.focus();
      },
    },
    letters: isSent
      ? { y: () => actions.rateUseful(true), n: () => actions.rateUseful(false) }
      : { '/': searchArticles },
  });

  const menu = (
    <TicketMenu
      buttonRef={actionsButton}
      session={session}
      actions={actions}
      onNeed={() => setNeedOpen(true)}
      onSources={() => focusSources(middle.current)}
      onSearchArticles={searchArticles}
      onCannedReplies={chooseCanned}
      onInsertLink={insertLink}
      onKeys={() => setKeysOpen(true)}
    />
  );

  return (
    <>
      <TicketHeader
        ticket={ticket}
        now={now}
        note={isSent ? i18n.t('panel.header.sentAt', [clockTime(insertion.at)]) : undefined}
        actions={menu}
        onCannedReplies={chooseCanned}
      />
      <ImportLine importing={props.importing} actions={actions} />
      <NoticeBanner notice={notice} actions={actions} />
      {props.lock && (
        <UnlockBanner
          lock={props.lock}
          writer={props.writer.label}
          isDraftWaiting={isKeyLocked(session)}
          actions={actions}
        />
      )}
      <PanelBanners
        session={session}
        ticket={ticket}
        reading={props.reading}
        helpdesk={helpdesk}
        actions={actions}
        onInsert={() => insert()}
        onShowFound={setFound}
      />
      {session.need && !isSent && (
        <NeedCard
          need={session.need}
          ticket={ticket}
          open={needOpen ?? (phase === 'idle' && !alternative)}
          onToggle={setNeedOpen}
        />
      )}
      {!isSent && (
        <PanelLedger
          session={session}
          claims={claims}
          articles={props.articles}
          onSettle={() => nextClaim(1)}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse. */}
      <section ref={middle} className={styles.middle} tabIndex={0} aria-label={i18n.t('panel.middle')}>
        {isSent ? (
          <SentView
            sent={insertion}
            difference={difference}
            took={tookWords(session.startedAt, insertion.at)}
            useful={useful}
            onUseful={actions.rateUseful}
          />
        ) : (
          <PanelMiddle
            session={session}
            ticket={ticket}
            alternative={alternative}
            claims={claims}
            words={words}
            openClaim={shownClaim}
            openSource={sheet.kind === 'source' ? sheet.number : null}
            now={now}
            editor={editor}
            actions={actions}
            isReadAgain={props.isReadAgain}
            sourceActions={sourceActions}
            onOpenSource={openSource}
            onOpenClaim={openClaim}
            onCannedReplies={chooseCanned}
            onSearchArticles={searchArticles}
          />
        )}
      </section>
      {sheet.kind !== 'none' && props.outbound === null && (
        <PanelSheet
          sheet={sheet}
          alternative={alternative}
          ticket={ticket}
          claims={claims}
          sources={sources}
          cannedReplies={props.cannedReplies}
          articleFinding={props.articleFinding}
          now={now}
          actions={actions}
          sourceActions={sourceActions}
          onShown={(claimId) => editor.current?.showClaim(claimId)}
          onNext={() => nextClaim(1, rowOf(claims, shownClaim))}
          onClose={close}
          onTakeCanned={(reply) => {
            close();
            if (isDone && editor.current) editor.current.insert(reply.document);
            else actions.takeCannedReply(reply);
          }}
        />
      )}
      {props.outbound !== null && (
        <RequestSheet
          request={props.outbound === 'making' ? null : props.outbound}
          price={props.price}
          onAnswer={props.isAsked ? actions.answerRequest : undefined}
          onClose={() => actions.closeRequest?.()}
        />
      )}
      {sheet.kind === 'none' && props.outbound === null && !isSent && (
        <PanelFooter
          session={session}
          ticket={ticket}
          alternative={alternative}
          words={words}
          mode={props.composerMode}
          afterInsert={afterInsert}
          insertKey={props.insertKey}
          fieldRef={field}
          moreRef={moreButton}
          actions={actions}
          onInsert={insert}
        />
      )}
      {insertion.state === 'asking' && (
        <InsertionSheet
          key={insertion.reason}
          asking={insertion}
          meant={alternative?.audience ?? 'public'}
          news={session.stale && { fact: staleFact(session.stale, ticket), text: session.stale.text }}
          onDraftAgain={() => {
            actions.cancelInsertion();
            actions.draft();
          }}
          onChoose={(placement, mode) => actions.answerInsertion({ placement, mode })}
          onCopy={() => {
            actions.copy();
            actions.cancelInsertion();
          }}
          onCancel={actions.cancelInsertion}
        />
      )}
      {isKeysOpen && <KeysDialog onClose={() => setKeysOpen(false)} />}
      {found !== null && <FoundDialog found={found} onClose={() => setFound(null)} />}
      <Announcer session={session} words={words} toSettle={toSettle.length} />
    </>
  );
}

function isKeyLocked({ failure }: DraftSession): boolean {
  return failure?.kind === 'model' && failure.failure.code === 'key-locked';
}

function focusSources(middle: HTMLElement | null) {
  const first = middle?.querySelector<HTMLElement>('#footnotes-name ~ ol button');
  first?.scrollIntoView({ block: 'nearest' });
  first?.focus();
}
