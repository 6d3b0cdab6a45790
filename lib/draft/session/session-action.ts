import type { ReadFailure } from '@/lib/helpdesk/contract';
import type { Need } from '@/lib/ticket/need';
import type { Ticket } from '@/lib/ticket/ticket';
import type { Claim } from '../claim';
import type { SecondReading } from '../ledger/second-reading/opinion';
import type { DraftDocument } from '../reply/document';
import type { Alternative, DraftFailure, DraftSession, Evidence, Insertion, Source } from './session-state';

/** What the drafting road reports, in this order: asked, need, sources, began, text …, ended (or failed). */
export type PipelineAction =
  | { type: 'draft-asked'; at: string }
  | { type: 'need-found'; need: Need }
  | { type: 'sources-found'; sources: readonly Source[]; evidence: Evidence }
  | { type: 'writing-began'; alternative: Alternative }
  | { type: 'text-arrived'; id: string; document: DraftDocument; claims: readonly Claim[] }
  | { type: 'warned'; id: string; code: string }
  | {
      type: 'writing-ended';
      id: string;
      finished: Exclude<Alternative['finished'], 'writing'>;
      tookMs: number;
      usage: Alternative['usage'];
      /** Why it broke off with text standing; `null` when it did not. */
      failure: DraftFailure | null;
    }
  | { type: 'draft-failed'; failure: DraftFailure }
  /** The agent stopped it before a word was there. */
  | { type: 'draft-stopped' };

/** Everything that can happen to a session. */
export type SessionAction =
  | PipelineAction
  | { type: 'restored'; session: DraftSession }
  | { type: 'ticket-opened'; ticket: Ticket }
  | { type: 'ticket-closed' }
  | { type: 'ticket-failed'; failure: ReadFailure }
  | { type: 'need-edited'; need: Need }
  | { type: 'hint-changed'; hint: string }
  | { type: 'source-pinned'; articleId: string; pinned: boolean }
  | { type: 'source-excluded'; articleId: string; excluded: boolean }
  | { type: 'source-gone'; articleId: string }
  | { type: 'edited'; id: string; document: DraftDocument; claims: readonly Claim[] }
  | { type: 'claims-checked'; id: string; claims: readonly Claim[] }
  | { type: 'claim-kept'; id: string; claimId: string }
  | { type: 'second-reading-changed'; id: string; reading: SecondReading }
  | { type: 'alternative-chosen'; index: number }
  | { type: 'discarded' }
  | { type: 'message-arrived'; message: NonNullable<DraftSession['stale']> }
  | { type: 'stale-kept' }
  | { type: 'insertion-changed'; insertion: Insertion }
  | { type: 'reply-sent'; at: string; text: string; changes: number; distance: number };
