import { useEffect, useRef } from 'react';
import type { Claim } from '@/lib/draft/claim';
import type { Alternative, Source } from '@/lib/draft/session/session-state';
import type { Ticket } from '@/lib/ticket/ticket';
import { ClaimSheet } from '../draft/claim-sheet';
import { claimInDraft, evidenceOf, opinionWordsOf, sourceToGoBy } from '../draft/claim-words';
import { rowOf } from '../draft/ledger';
import { offerFor, withOffer, withoutSentence } from '../draft/settle';
import { type ArticleFinding, ArticlePicker } from '../sources/article-picker';
import type { SourceActions } from '../sources/footnote-list';
import { PassageSheet } from '../sources/passage-sheet';
import { CannedReplyPicker } from './canned-reply-picker';
import type { CannedReply, PanelActions } from './panel-props';

/** At most one sheet is open; it stands where the footer was. */
export type OpenSheet =
  | { kind: 'none' }
  | { kind: 'claim'; claimId: string }
  | { kind: 'source'; number: number; claim: Claim | null }
  | { kind: 'canned' }
  | { kind: 'articles' };

export interface PanelSheetProps {
  sheet: OpenSheet;
  alternative: Alternative | null;
  ticket: Ticket;
  claims: readonly Claim[];
  sources: readonly Source[];
  cannedReplies: readonly CannedReply[];
  articleFinding: ArticleFinding;
  now: number;
  actions: PanelActions;
  sourceActions: SourceActions;
  /** The sheet took its room: the claim it speaks of scrolls above it. */
  onShown: (claimId: string) => void;
  /** To the next claim to settle, or close after the last. */
  onNext: () => void;
  onClose: () => void;
  onTakeCanned: (reply: CannedReply) => void;
}

export function PanelSheet(props: PanelSheetProps) {
  const { sheet, sources, cannedReplies, now, actions, sourceActions, onClose, onTakeCanned } = props;
  if (sheet.kind === 'claim') return <Settle {...props} claimId={sheet.claimId} />;
  if (sheet.kind === 'canned') {
    return (
      <CannedReplyPicker
        replies={cannedReplies}
        onSearch={actions.searchCannedReplies}
        onTake={onTakeCanned}
        onClose={onClose}
      />
    );
  }
  if (sheet.kind === 'articles') {
    const { onOpenArticle, onInsertLink } = sourceActions;
    return (
      <ArticlePicker
        finding={props.articleFinding}
        used={new Set(sources.map(({ articleId }) => articleId))}
        now={now}
        onSearch={actions.searchArticles}
        onUse={(source) => {
          onClose();
          actions.addSource(source.articleId);
        }}
        onOpenArticle={onOpenArticle}
        onInsertLink={
          onInsertLink &&
          ((source) => {
            onClose();
            onInsertLink(source);
          })
        }
        onClose={onClose}
      />
    );
  }
  const source = sheet.kind === 'source' ? sources.find((each) => each.number === sheet.number) : undefined;
  if (sheet.kind !== 'source' || !source) return null;
  return (
    <PassageSheet
      key={`${source.number} ${sheet.claim?.id}`}
      source={source}
      claim={sheet.claim}
      place={{ index: sources.indexOf(source), of: sources.length }}
      now={now}
      onClose={onClose}
      {...sourceActions}
    />
  );
}

function Settle(props: PanelSheetProps & { claimId: string }) {
  const { claimId, alternative, ticket, claims, sources, now, actions, sourceActions, onNext, onClose } =
    props;
  const shown = useRef(props.onShown);
  shown.current = props.onShown;
  useEffect(() => shown.current(claimId), [claimId]);
  const claim = claims.find((each) => each.id === claimId);
  if (!claim || !alternative) return null;
  const row = rowOf(claims, claimId);
  const index = row.indexOf(claim);
  const evidence = evidenceOf(claim, sources, ticket);
  const source =
    sourceToGoBy(claim, evidence) ?? sources.find((each) => claim.citations.includes(each.number)) ?? null;
  const offer = offerFor(claim, source);
  const isLast = row.length <= 1;
  const goOn = isLast ? onClose : onNext;
  return (
    <ClaimSheet
      key={claim.id}
      claim={claim}
      words={claimInDraft(alternative.document, claim)}
      evidence={evidence}
      secondWords={opinionWordsOf(claim, sources, ticket)}
      source={source}
      place={index === -1 ? null : { index, of: row.length }}
      offer={offer?.words ?? null}
      now={now}
      onTakeOffer={
        offer
          ? () => {
              actions.edit(withOffer(alternative.document, claim, offer));
              goOn();
            }
          : undefined
      }
      onRemove={() => {
        actions.edit(withoutSentence(alternative.document, claim));
        goOn();
      }}
      onKeep={() => {
        actions.keepClaim(claim.id);
        goOn();
      }}
      onArticleWrong={sourceActions.onArticleWrong}
      onOpenArticle={sourceActions.onOpenArticle}
      onClose={onClose}
    />
  );
}
