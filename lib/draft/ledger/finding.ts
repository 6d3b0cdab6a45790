import type { Claim, ClaimState, EvidenceSpan } from '../claim';
import type { LedgerContext } from './evidence';
import type { FactRecord } from './records';

/** One sentence of a draft, with what decides how it is held against the evidence. */
export interface SentenceCase {
  text: string;
  /** Footnotes of the sentence itself. */
  own: readonly number[];
  /** Without any: those of the run of sentences that it belongs to. */
  inherited: readonly number[];
  /** It cites a number that was not on offer. */
  hasUnknown: boolean;
  /** Where it stands. */
  around: Surroundings;
}

/** What a sentence's meaning can depend on beyond its words. */
export interface Surroundings {
  /** The paragraph or list item. */
  line: string;
  /** What follows it: the rest of its line, or the lines of the next block. */
  rest: readonly string[];
  /** The whole draft. */
  draft: string;
  /** Things that the sentence names, or, without any, that the words before it were about. */
  things: readonly FactRecord[];
  /** Those that the sentence itself names. */
  here: readonly FactRecord[];
  /** Those that its paragraph or list names. */
  inBlock: readonly FactRecord[];
}

/** What one check found: words of the sentence and what they stand on, before it gets a place in the draft. */
export interface Finding extends Verdict {
  /** Offsets in the sentence. */
  start: number;
  end: number;
  /** The words' meaning, so that the claim stays the same when the sentence moves. */
  key: string;
  citations: readonly number[];
}

export interface Verdict {
  /** What figures and words show; a doubt is a model's. */
  state: Exclude<ClaimState, 'doubted'>;
  reason: Claim['reason'];
  from: Claim['from'];
  evidence?: EvidenceSpan | undefined;
  against?: EvidenceSpan | undefined;
}

/** A pure function; `found` is what earlier checks of the list say of the same sentence. */
export type Check = (
  sentence: SentenceCase,
  context: LedgerContext,
  found: readonly Finding[],
) => readonly Finding[];

export function citationsOf({ own, inherited }: SentenceCase): readonly number[] {
  return own.length > 0 ? own : inherited;
}

export function noSource(reason: NonNullable<Claim['reason']>): Verdict {
  return { state: 'no-source', reason, from: null };
}

export function contradicted(reason: NonNullable<Claim['reason']>, against?: EvidenceSpan): Verdict {
  return { state: 'contradicted', reason, from: null, against };
}

/** Supported by what the ticket knows: `message` for words of the conversation, `order` for records. */
export function fromTicket(from: 'message' | 'order', evidence?: EvidenceSpan): Verdict {
  return { state: 'ticket', reason: null, from, evidence };
}
