import type { Opinion } from './ledger/second-reading/opinion';

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
    /** Another article on offer states the same rule with another figure. */
    | 'sources-disagree'
    | 'promise-without-source'
    | 'action-not-in-ticket'
    /** A colour, size, place, plan or way of paying that nothing known holds, or that belongs to another thing. */
    | 'name-not-known'
    | 'name-of-another'
    /** The evidence says the opposite: "can" for "cannot", a status denied, a thing said to be sold out. */
    | 'opposite-of-evidence'
    /** Another sentence of the same draft says the opposite. */
    | 'opposite-in-draft';
  /** The words it stands on, when it is supported. */
  evidence?: EvidenceSpan | undefined;
  /** The words that stand against it, when it is contradicted. */
  against?: EvidenceSpan | undefined;
  /** What a second reading says of the sentence, beside the mark or as the reason for it. The ledger itself sets none. */
  opinion?: Pick<Opinion, 'says' | 'words'> | undefined;
}

/** Exact words of what a claim was held against. Offsets are UTF-16 positions in the text of that place. */
export interface EvidenceSpan {
  place: EvidencePlace;
  start: number;
  end: number;
  text: string;
}

export type EvidencePlace =
  | { kind: 'source'; number: number; field: 'title' | 'text' | 'url' }
  | { kind: 'message'; id: string }
  | { kind: 'ticket'; field: 'subject' | 'email' | 'phone' }
  /** `field` is a path into the order: `items.0.variant`. */
  | { kind: 'order'; name: string; field: string }
  /** One of the facts beyond the ticket, by position; `field` is a path into it, empty when the fact is plain. */
  | { kind: 'fact'; index: number; field: string };

/** `doubted`: only a second reading by a model speaks against it. */
export type ClaimState = 'sourced' | 'ticket' | 'no-source' | 'contradicted' | 'doubted' | 'kept';

export interface LedgerCounts {
  sourced: number;
  ticket: number;
  noSource: number;
  contradicted: number;
  doubted: number;
  kept: number;
}
