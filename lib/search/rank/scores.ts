/**
 * What a query's scores are added up in: of all articles of an index, or of those in the running, each numbered by
 * itself.
 */
export interface Scores {
  /**
   * By passage, so that one look tells all: its article, shifted by `classBits`, and its class, which is kind and length
   * together and a row of the index's tables.
   */
  readonly facts: Uint32Array;
  readonly passageScore: Float32Array;
  readonly articleScore: Float32Array;
  readonly titleScore: Float32Array;
  /** What the title adds to the term in hand; zero between terms. */
  readonly titleWeight: Float32Array;
  /** One over the length normalisation: read only. */
  readonly articleNorm: Float32Array;
}

/** Two bits of kind and eight of length; four million articles have room above. */
export const classBits = 10;
export const classMask = (1 << classBits) - 1;
