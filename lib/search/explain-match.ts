import { likeness } from './rank/likeness';
import { distance } from './rank/slips';
import { gramHashes, hasGrams } from './segment/grams';

/** A word of what was asked: its index form, and each way it is written, as the customer wrote it. */
export interface AskedWord {
  readonly term: string;
  readonly spellings: Map<string, string>;
}

export interface Match {
  readonly word: AskedWord;
  /** 1: the same index form. */
  readonly similarity: number;
}

/** Ranking counts words alike from 0.4 on, cubed; below this they add an eighth and explain nothing. */
const leastTold = 0.5;
/** As `rank/slips`: a slip of the finger counts for this, and words so long may have two. */
const slipSimilarity = 0.93;
const longWord = 8;
/** As `rank/likeness`: a word just begun stands for all that continue it. */
const continuedSimilarity = 0.9;

/**
 * Tells which asked word an article's word stands for, by the measures that ranking uses: the same index form, a slip of
 * the finger where no article has the word, else enough 4-grams in common. `begun`: the word that is being typed.
 */
export function matcherOf(
  asked: readonly AskedWord[],
  isKnown: (term: string) => boolean,
  begun?: AskedWord,
): (term: string) => Match | null {
  const byTerm = new Map(asked.map((word) => [word.term, word]));
  const byGram = new Map<number, AskedWord[]>();
  const grams = new Map<AskedWord, number>();
  for (const word of asked) {
    if (!hasGrams(word.term)) continue;
    const hashes = gramHashes(word.term);
    grams.set(word, hashes.length);
    for (const hash of hashes) byGram.set(hash, [...(byGram.get(hash) ?? []), word]);
  }
  const mistyped = asked.filter(({ term }) => hasGrams(term) && !isKnown(term));
  const remembered = new Map<string, Match | null>();

  const alike = (term: string): Match | null => {
    if (begun && term.startsWith(begun.term)) return { word: begun, similarity: continuedSimilarity };
    if (!hasGrams(term)) return null;
    const meant = mistyped.find((word) => isSlip(word.term, term));
    if (meant) return { word: meant, similarity: slipSimilarity };
    const shared = new Map<AskedWord, number>();
    for (const hash of gramHashes(term))
      for (const word of byGram.get(hash) ?? []) shared.set(word, (shared.get(word) ?? 0) + 1);
    let best: Match | null = null;
    for (const [word, count] of shared) {
      const similarity = likeness(grams.get(word)!, count, term.length);
      if (similarity >= leastTold && similarity > (best?.similarity ?? 0)) best = { word, similarity };
    }
    return best;
  };

  return (term) => {
    const word = byTerm.get(term);
    if (word) return { word, similarity: 1 };
    let found = remembered.get(term);
    if (found === undefined) remembered.set(term, (found = alike(term)));
    return found;
  };
}

function isSlip(asked: string, term: string): boolean {
  const most = asked.length < longWord ? 1 : 2;
  return Math.abs(asked.length - term.length) <= most && distance(asked, term) <= most;
}
