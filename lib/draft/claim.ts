/**
 * One row of the claim ledger: words of the draft and what they stand on. Offsets are UTF-16 positions in the plain
 * text of one block (list items are blocks of their own here), citations not counted.
 */
export interface Claim {
  id: string;
  block: number;
  item: number | null;
  start: number;
  end: number;
  text: string;
  state: ClaimState;
  /** Passage numbers that support (or contradict) it. */
  citations: readonly number[];
  /** Where it stands when `ticket`: a message or the order. */
  from: 'message' | 'order' | null;
  /** Why it is not settled, as a code; words are made where they are shown. */
  reason:
    | null
    | 'no-citation'
    | 'unknown-citation'
    /** A placeholder that the model invented, or that stands for a value nobody may see again. */
    | 'placeholder-left'
    | 'value-not-in-source'
    | 'source-not-in-force'
    | 'internal-source'
    | 'promise-without-source'
    | 'action-not-in-ticket';
}

export type ClaimState = 'sourced' | 'ticket' | 'no-source' | 'contradicted' | 'kept';

export interface LedgerCounts {
  sourced: number;
  ticket: number;
  noSource: number;
  contradicted: number;
  kept: number;
}
