import type { ComposerMode, Inserted, InsertFailure, Placement, ReadFailure } from '@/lib/helpdesk/contract';
import type { ModelFailure } from '@/lib/model/contract';
import type { FoundWord } from '@/lib/search/contract';
import type { Need } from '@/lib/ticket/need';
import type { Ticket } from '@/lib/ticket/ticket';
import type { Claim } from '../claim';
import type { SecondReading } from '../ledger/second-reading/opinion';
import type { DraftDocument } from '../reply/document';

/**
 * The draft session of one ticket: one value, changed by one pure reducer. Exactly one phase at a time:
 *
 * - `idle`       nothing asked for yet
 * - `searching`  need known, sources being found
 * - `writing`    words arrive
 * - `ready`      a finished draft stands
 * - `partial`    a draft stands that was stopped or broke off; its text is kept
 * - `failed`     no text could be made; `failure` says why
 */
export type DraftPhase = 'idle' | 'searching' | 'writing' | 'ready' | 'partial' | 'failed';

/** A passage on offer, numbered as the draft cites it. */
export interface Source {
  number: number;
  articleId: string;
  articleVersion: number;
  title: string;
  kind: string;
  audience: 'public' | 'internal' | 'restricted';
  headingPath: readonly string[];
  /** The passage itself and where it stands in the article's body. */
  text: string;
  start: number;
  end: number;
  /** Ranges of `text` that answer the ticket's words. */
  marks: readonly { start: number; end: number }[];
  verified: { state: 'verified' | 'due' | 'never'; at: string | null; by: string | null };
  validFrom: string | null;
  validUntil: string | null;
  /** What it is written for alone; left out or empty: for all. */
  market?: readonly string[];
  productScope?: readonly string[];
  inForce: boolean;
  pinned: boolean;
  /** The article was archived or deleted since. */
  gone: boolean;
  url: string | null;
  /** Words it was looked for by and that stand in it, strongest first; left out: it was not searched for. */
  found?: readonly FoundWord[];
  /** Those words name what the ticket is about, as articles say it; left out: they are the customer's own. */
  byMatter?: boolean;
  /** Also near to the question in meaning. */
  isNear?: boolean;
}

export interface Evidence {
  level: 'strong' | 'weak' | 'none';
  tookMs: number;
  passagesSearched: number;
}

/** One version of the reply. A new one is added by each draft and each change; none is lost. */
export interface Alternative {
  id: string;
  document: DraftDocument;
  /** What the agent asked for, or `null` for a plain draft. */
  instruction: string | null;
  /** Label of the provider that wrote it. */
  writtenBy: string;
  finished: 'complete' | 'length' | 'stopped' | 'cut' | 'writing';
  editedByAgent: boolean;
  /** The document as the provider wrote it, kept from the agent's first edit on. */
  written?: DraftDocument;
  startedAt: string;
  tookMs: number;
  usage: { inputTokens: number; outputTokens: number } | null;
  claims: readonly Claim[];
  /** Claim ids the agent took on. */
  kept: readonly string[];
  sources: readonly Source[];
  /** Codes of what the provider could not do. */
  warnings: readonly string[];
  /** For colleagues: it goes into an internal note only. Left out: for the customer. */
  audience?: 'internal';
  /** What a second reading by the model says of it; left out: none was asked for. */
  secondReading?: SecondReading;
}

export type Insertion =
  | { state: 'none' }
  | {
      state: 'asking';
      composerText: string;
      mode: ComposerMode;
      modeLabel: string | null;
      reason: 'not-empty' | 'mode' | 'stale';
    }
  | { state: 'inserting' }
  /** `lastMessageAt`: newest message before it, by the helpdesk's clock, which need not agree with ours. */
  | { state: 'verified'; at: string; lastMessageAt: string; result: Inserted; placement: Placement }
  | { state: 'failed'; failure: InsertFailure | { code: 'unreachable' }; copied: boolean }
  | { state: 'sent'; at: string; text: string; changes: number; distance: number };

export type DraftFailure =
  | { kind: 'model'; failure: ModelFailure }
  | { kind: 'ticket'; failure: ReadFailure }
  | { kind: 'no-knowledge' }
  | { kind: 'nothing-to-read'; attachments: readonly string[] }
  | { kind: 'search' };

export interface DraftSession {
  ticketKey: string | null;
  ticket: Ticket | null;
  phase: DraftPhase;
  need: Need | null;
  evidence: Evidence | null;
  sources: readonly Source[];
  alternatives: readonly Alternative[];
  /** Index of the one on screen; -1 without any. */
  current: number;
  /** What the agent typed before drafting. */
  hint: string;
  pinned: readonly string[];
  excluded: readonly string[];
  failure: DraftFailure | null;
  /** The ticket changed since the draft began. */
  stale: { authorName: string | null; at: string | null; text: string } | null;
  insertion: Insertion;
  startedAt: string | null;
}
