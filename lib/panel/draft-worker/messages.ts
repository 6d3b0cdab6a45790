import type { Claim } from '@/lib/draft/claim';
import type { LedgerInput } from '@/lib/draft/ledger';
import type { SentenceToRead } from '@/lib/draft/ledger/second-reading/sentences-to-read';
import type { DraftDocument } from '@/lib/draft/reply/document';
import type { ReplyProblem } from '@/lib/draft/reply/inline';
import type { ReplyMaterial } from '@/lib/model/contract';
import type { ComposedReply } from '@/lib/model/extractive/compose';
import type { WrittenMessage } from '@/lib/ticket/language';
import type { Need } from '@/lib/ticket/need';
import type { Ticket } from '@/lib/ticket/ticket';

/** What the page asks of its draft worker. Both ends are built together, so the types hold. */
export type Ask =
  | { type: 'compose'; material: ReplyMaterial }
  | { type: 'need'; ticket: Ticket }
  | { type: 'language'; messages: readonly WrittenMessage[] }
  | { type: 'sentences-to-read'; document: DraftDocument; claims: readonly Claim[] }
  | {
      type: 'check';
      ledger: number;
      /** With the first check of a ledger, and again when the worker may have let go of it. */
      input: LedgerInput | null;
      document: DraftDocument;
      problems: readonly ReplyProblem[];
    };

export interface Answers {
  compose: ComposedReply;
  need: Need;
  /** BCP 47, `null`: the words do not tell. */
  language: string | null;
  check: readonly Claim[];
  'sentences-to-read': readonly SentenceToRead[];
}

export type ToWorker = Ask & { id: number };
export type ToPage = { id: number } & ({ answer: Answers[Ask['type']] } | { failed: string });

/** Ledgers that both ends remember, the newest use last: alternatives of a few tickets. */
export const ledgersKept = 8;
