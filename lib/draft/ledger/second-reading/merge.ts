import type { Claim } from '../../claim';
import { type DraftDocument, textUnits } from '../../reply/document';
import { plain } from '../../words/fold';
import { splitSentences } from '../../words/sentences';
import type { Opinion } from './opinion';

/** Opinions of sentences that still stand in the draft word by word, where they stand now. */
export function stillStanding(opinions: readonly Opinion[], document: DraftDocument): readonly Opinion[] {
  if (opinions.length === 0) return opinions;
  const places = textUnits(document).flatMap(({ block, item, text }) =>
    splitSentences(text).map(({ start, end }) => ({
      block,
      item,
      start,
      end,
      sentence: text.slice(start, end),
    })),
  );
  const standing = opinions.flatMap((opinion) => {
    const at = places.findIndex(({ sentence }) => sentence === opinion.sentence);
    // Of two sentences with the same words the first opinion is of the first.
    return at === -1 ? [] : [{ ...opinion, ...places.splice(at, 1)[0]! }];
  });
  return standing;
}

/**
 * Claims with what a second reading says of their sentences. Nothing of a claim changes and none goes: a marked one gets
 * the opinion beside it, and a sentence without a mark that the model contradicts or does not find gets one of its own.
 */
export function withOpinions(claims: readonly Claim[], opinions: readonly Opinion[]): Claim[] {
  const noted = claims.map((claim) => {
    const opinion = isMark(claim) ? opinions.find((each) => holds(each, claim)) : undefined;
    return opinion === undefined
      ? claim
      : { ...claim, opinion: { says: opinion.says, words: opinion.words } };
  });
  const counted = new Map<string, number>();
  const doubted = opinions
    .filter(({ says }) => says !== 'supported')
    .filter((opinion) => !claims.some((claim) => isMark(claim) && holds(opinion, claim)))
    .map((opinion) => toClaim(opinion, counted));
  return [...noted, ...doubted];
}

function isMark({ state }: Claim): boolean {
  return state === 'no-source' || state === 'contradicted' || state === 'kept';
}

function holds(opinion: Opinion, claim: Claim): boolean {
  return (
    claim.block === opinion.block &&
    claim.item === opinion.item &&
    claim.start < opinion.end &&
    opinion.start < claim.end
  );
}

function toClaim({ sentence, says, words, ...place }: Opinion, counted: Map<string, number>): Claim {
  const key = `doubt:${plain(sentence).slice(0, 120)}`;
  const count = (counted.get(key) ?? 0) + 1;
  counted.set(key, count);
  const source = words?.place.kind === 'source' ? [words.place.number] : [];
  return {
    id: count === 1 ? key : `${key}~${count}`,
    ...place,
    text: sentence,
    state: 'doubted',
    citations: source,
    from: null,
    reason: null,
    opinion: { says, words },
  };
}
