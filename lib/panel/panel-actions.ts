import type { HandOffWords } from '@/lib/draft/hand-off/hand-off-note';
import type { DraftDocument } from '@/lib/draft/reply/document';
import type { ComposerMode, Placement } from '@/lib/helpdesk/contract';
import type { Observable } from './observable';
import type { CannedReply, PanelState } from './panel-state';

/** What the views call. Each returns at once; the state tells the rest. */
export interface PanelActions {
  draft(): void;
  /** "shorter", "warmer", or free words. */
  change(instruction: string): void;
  /** Drafts this one by quoting, whatever the settings say. */
  withoutModel(): void;
  /** Drafts a reply that asks for what is missing and states nothing. */
  askCustomer(): void;
  stop(): void;
  edit(document: DraftDocument): void;
  choose(index: number): void;
  setHint(hint: string): void;
  pin(articleId: string, pinned: boolean): void;
  /** Leaves an article out and drafts again without it. */
  exclude(articleId: string): void;
  keepClaim(claimId: string): void;
  keepStaleDraft(): void;
  /** Puts the draft into the reply box; asks first where it must. `closeAfter`: hand the keyboard to the reply box. */
  insert(options: { closeAfter: boolean }): void;
  insertAt(placement: Placement): void;
  answerInsertion(answer: { placement: Placement; mode: ComposerMode }): void;
  cancelInsertion(): void;
  copy(): void;
  discard(): void;
  undoDiscard(): void;
  readAgain(): void;
  /** Opens the endpoint's key with its passphrase. `thenDraft`: the draft that waited for it is asked for again. */
  unlock(passphrase: string, options: { thenDraft: boolean }): void;
  /** Opens the outbound preview. */
  viewRequest(): void;
  /** Puts the risky sentences of the draft on screen to the model once more. */
  readDraftAgain(): void;
  /** Opens the outbound preview of the last second reading. */
  viewSecondRequest(): void;
  /** One that waits is not sent then. */
  closeRequest(): void;
  /** The agent's word on the request that waits. */
  answerRequest(answer: 'send' | 'without-model'): void;
  searchCannedReplies(query: string): void;
  searchArticles(query: string): void;
  /** Makes an article a source whether the ticket's words find it or not; where a draft stands, drafts again with it. */
  addSource(articleId: string): void;
  /** Makes a note to a colleague the draft. */
  handOff(words: HandOffWords): void;
  takeCannedReply(reply: CannedReply): void;
  tryDemoShop(): void;
  rateUseful(useful: boolean): void;
  reloadPage(): void;
  dismissNotice(): void;
}

export interface Panel extends Observable<PanelState> {
  readonly actions: PanelActions;
}
