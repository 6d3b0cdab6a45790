/** How a knowledge base is ranked. One set for all; `tune` may move `title`, `k1` and `lengthNorm` per base. */
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
  /** Words alike enough by 4-grams count as the word itself, by similarity to this power. */
  readonly likenessPower: number;
}

export const defaultParameters: RankParameters = {
  k1: 2,
  passageK1: 1.2,
  title: 4,
  passageTitle: 2,
  asked: 2,
  heading: 0.5,
  lengthNorm: 0.75,
  passageLengthNorm: 0.6,
  titleLengthNorm: 0.5,
  passageShare: 1,
  likenessPower: 3,
};
