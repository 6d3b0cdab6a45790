import type { OutboundRequest } from '@/lib/draft/prompt/outbound';
import type { DraftDocument } from '@/lib/draft/reply/document';
import type { DraftSession } from '@/lib/draft/session/session-state';
import type { ComposerMode, Placement, ReadFailure } from '@/lib/helpdesk/contract';
import type { DiffPiece } from '../insertion/sent-view';
import type { ArticleFinding } from '../sources/article-picker';

/** What the active tab is. With `ticket` the session holds it, or is about to. */
export type PanelConnection =
  | { state: 'looking' }
  | { state: 'no-helpdesk' }
  | { state: 'no-ticket' }
  /** The page runs no content script of ours, or an older one: it must be reloaded once. */
  | { state: 'reload-needed' }
  | { state: 'ambiguous'; found: readonly string[] }
  | { state: 'ticket' };

export type PanelReading =
  | { state: 'idle' }
  | { state: 'reading' }
  | { state: 'read'; at: string }
  | { state: 'failed'; failure: ReadFailure };

export type PanelNotice =
  | {
      code:
        | 'copied'
        | 'copy-refused'
        | 'discarded'
        | 'nothing-to-insert'
        | 'offline'
        | 'storage-full'
        | 'demo-failed'
        | 'rating-lost'
        | 'record-lost';
    }
  | { code: 'settle-first'; claims: number };

export interface PanelLock {
  /** No passphrase is tried before; milliseconds since the epoch. */
  waitUntil: number | null;
  isOpening: boolean;
  /** Of the last try. */
  problem: 'not-opened' | 'storage' | null;
}

/** A reply to take as it is, its slots filled from the ticket. */
export interface CannedReply {
  id: string;
  title: string;
  document: DraftDocument;
  /** First words, for the list. */
  preview: string;
}

export type KnowledgeWay = 'files' | 'guide' | 'macros' | 'demo';

export interface PanelProps {
  connection: PanelConnection;
  reading: PanelReading;
  session: DraftSession;
  /** Published articles; `null` while they are counted. */
  articles: number | null;
  importing: { done: number; of: number } | null;
  /** Mode of the open reply box as last seen; `unknown` without one. */
  composerMode: ComposerMode;
  /** As people call it, e.g. `Zendesk`; `null`: not known yet. */
  helpdesk: string | null;
  /** Who writes the next draft; `egress` empty: nothing leaves the browser. */
  writer: { label: string; egress: readonly string[] };
  /** The endpoint's key waits for its passphrase; `null`: it does not. */
  lock: PanelLock | null;
  afterInsert: 'keep-open' | 'close';
  /** The browser's own key for inserting; `null`: none is set. */
  insertKey: string | null;
  /** Values masked in the last request; `null` when none was made. */
  maskedValues: number | null;
  /** The outbound preview while it is open; `making`: the request is being put together. */
  outbound: OutboundRequest | 'making' | null;
  /** Of a million tokens sent; `null`: not told. */
  price: { perMillion: number; currency: string } | null;
  /** The request on show waits for the agent's word before it is sent. */
  isAsked: boolean;
  /** Finished drafts are read a second time by the model. */
  isReadAgain: boolean;
  /** Canned replies for the picker's words, best first. */
  cannedReplies: readonly CannedReply[];
  /** What the search over all articles brought for the words typed last. */
  articleFinding: ArticleFinding;
  /** The sent reply against the draft; `null` until it was worked out. */
  difference: readonly DiffPiece[] | null;
  useful: boolean | null;
  notice: PanelNotice | null;
  /** Milliseconds since the epoch, ticking about once a second while the panel is seen. */
  now: number;
  actions: PanelActions;
}

/** What the panel asks for; each returns at once. Optional ones are not shown while nobody offers them. */
export interface PanelActions {
  /** A draft, or another one. */
  draft(): void;
  /** "shorter", "warmer", or free words. */
  change(instruction: string): void;
  stop(): void;
  edit(document: DraftDocument): void;
  choose(index: number): void;
  setHint(hint: string): void;
  pin(articleId: string, pinned: boolean): void;
  /** Leaves an article out and drafts again without it. */
  exclude(articleId: string): void;
  keepClaim(claimId: string): void;
  keepStaleDraft(): void;
  /** Puts the draft into the reply box; asks first where it must. */
  insert(options: { closeAfter: boolean }): void;
  answerInsertion(answer: { placement: Placement; mode: ComposerMode }): void;
  cancelInsertion(): void;
  copy(): void;
  discard(): void;
  undoDiscard(): void;
  readAgain(): void;
  dismissNotice(): void;
  openArticle(articleId: string, version: number): void;
  searchCannedReplies(query: string): void;
  /** Over all articles, as the agent types. */
  searchArticles(query: string): void;
  /** Makes it a source; where a draft stands, drafts again with it. */
  addSource(articleId: string): void;
  /** Where no draft stands: the reply becomes one. */
  takeCannedReply(reply: CannedReply): void;
  bringKnowledge(way: KnowledgeWay): void;
  /** `thenDraft`: the draft that waited for the key is asked for again. */
  unlock(passphrase: string, options: { thenDraft: boolean }): void;
  openWorkspace(): void;
  openSettings(): void;
  reloadPage(): void;
  /** Drafts this one by quoting, whatever the settings say. */
  withoutModel(): void;
  /** Drafts a reply that asks for what is missing and states nothing. */
  askCustomer(): void;
  rateUseful(useful: boolean): void;
  /** Inserts at a place chosen beforehand. */
  insertAt?(placement: Placement): void;
  undoInsertion?(): void;
  articleWrong?(articleId: string): void;
  stopImport?(): void;
  viewRequest?(): void;
  /** Puts the risky sentences of the draft to the model once more. */
  readDraftAgain?(): void;
  /** Opens the outbound preview of that request. */
  viewSecondRequest?(): void;
  closeRequest?(): void;
  /** The agent's word on the request that waits. */
  answerRequest?(answer: 'send' | 'without-model'): void;
  handOff?(): void;
  tellLead?(): void;
}
