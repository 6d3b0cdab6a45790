/**
 * How a knowledge base is ranked; one set for all bases. Chosen on the development sets (mean nDCG@10 over six), in
 * steps of about a quarter around each value: nothing here is fitted to the third digit.
 */
export interface RankParameters {
  /** Saturation of repeated words, over the article and over one passage. */
  readonly k1: number;
  readonly passageK1: number;
  /** Field weights; the text weighs 1. */
  readonly title: number;
  readonly passageTitle: number;
  readonly asked: number;
  readonly heading: number;
  /** 0: length does not matter; 1: in full. */
  readonly lengthNorm: number;
  readonly passageLengthNorm: number;
  readonly titleLengthNorm: number;
  /** Share of the best passage beside the article as a whole. */
  readonly passageShare: number;
  /** The same for phrases and asked questions, of which the best three count with these shares. */
  readonly phraseShares: readonly [number, number, number];
  /** The best articles lend the query their most telling words: how many articles, words, and with what weight. */
  readonly echoArticles: number;
  readonly echoTerms: number;
  readonly echoWeight: number;
}

export const defaultParameters: RankParameters = {
  k1: 3.5,
  passageK1: 2,
  title: 7,
  passageTitle: 4,
  asked: 2,
  heading: 0.5,
  lengthNorm: 0.75,
  passageLengthNorm: 0.6,
  titleLengthNorm: 0.5,
  passageShare: 1,
  phraseShares: [2, 1.4, 0.8],
  echoArticles: 3,
  echoTerms: 40,
  echoWeight: 0.4,
};
