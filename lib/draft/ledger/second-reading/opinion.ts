import type { ModelFailure } from '@/lib/model/contract';
import type { EvidenceSpan } from '../../claim';

/**
 * What a model says of one sentence of a finished draft. Offsets are UTF-16 positions in the plain text of its
 * paragraph or list item, as those of claims are.
 */
export interface Opinion {
  block: number;
  item: number | null;
  start: number;
  end: number;
  /** The sentence as it was read: an opinion of other words counts no more. */
  sentence: string;
  says: OpinionKind;
  /** The words it goes by, as they stand in the text it names; `null` with `not-stated`: there are none. */
  words: EvidenceSpan | null;
}

export type OpinionKind = 'supported' | 'contradicted' | 'not-stated';

/** A second reading of one version of a draft. */
export interface SecondReading {
  /**
   * - `waiting`      for the agent's word: requests are asked about first
   * - `reading`      the request is out
   * - `read`         answered, or there was nothing to put to it
   * - `failed`       `failure` says why; opinions of an earlier reading stay
   * - `unavailable`  who writes reads no prompt
   */
  state: 'waiting' | 'reading' | 'read' | 'failed' | 'unavailable';
  /** Sentences that were put to the model. */
  sentences: number;
  opinions: readonly Opinion[];
  failure: SecondReadingFailure | null;
  /** Of all second readings of this version; `null`: the endpoint told none. */
  usage: { inputTokens: number; outputTokens: number } | null;
}

export type SecondReadingFailure =
  | ModelFailure
  /** Busy or broken: it is not tried again by itself. */
  | { code: 'busy' }
  /** The answer has not the form that was asked for. */
  | { code: 'not-understood' }
  | { code: 'cut' }
  | { code: 'timed-out'; seconds: number };
