import type { EvidencePlace, EvidenceSpan } from '../claim';
import { fold, wordsOf } from '../words/fold';
import { splitSentences } from '../words/sentences';
import { isDenied } from './clauses';
import { type LedgerInput, messagesFor } from './input';

/** One sentence of the evidence, with what it can be compared by. */
export interface Said {
  span: EvidenceSpan;
  /** Small letters without accents. */
  folded: string;
  stems: ReadonlySet<string>;
  isDenied: boolean;
}

export interface KnownSaid {
  ofSource: ReadonlyMap<number, readonly Said[]>;
  /** What agents wrote before. */
  byAgents: readonly Said[];
}

/** Words of four letters and more that carry no meaning by themselves. Folded. */
const functionWords = new Set(
  (
    'unfortunately however leider jedoch malheureusement cependant lamentablemente infelizmente purtroppo helaas with your yours this that these those have been will would could should shall from they them their there here about into also only when what which while where than then some such very more most much just please thank ' +
    'eine einen einer einem eines diese dieser dieses ihre ihrer ihren ihrem sind wird werden wurde wurden haben hatte kann konnen konnte nicht auch oder aber wenn dass beim uber unter nach ' +
    'votre vous nous avec pour dans cette sera serez sont etre avez avons plus mais elle leur ' +
    'para como esta este esto sera usted ustedes pero puede sobre desde hasta cuando porque seus suas pela pelo voce pode mais quando uma ' +
    'della delle degli dello questo questa sono essere avete potra puoi vostro vostra anche ' +
    'deze heeft hebben wordt worden kunt kunnen voor naar over zijn niet maar'
  ).split(' '),
);

export function readSaid(input: LedgerInput): KnownSaid {
  return {
    ofSource: new Map(
      input.sources.map(({ number, text }) => [
        number,
        sentencesOf(text, { kind: 'source', number, field: 'text' }),
      ]),
    ),
    byAgents: messagesFor(input)
      .filter(({ author }) => author.role === 'agent')
      .flatMap(({ id, text }) => sentencesOf(text, { kind: 'message', id })),
  };
}

function sentencesOf(text: string, place: EvidencePlace): Said[] {
  return splitSentences(text).map(({ start, end }) => {
    const words = text.slice(start, end);
    const folded = fold(words);
    return {
      span: { place, start, end, text: words },
      folded,
      stems: stemsOf(words),
      isDenied: isDenied(folded),
    };
  });
}

/** Beginnings of the words that carry the meaning: "refunded" and "refunds" are one. */
export function stemsOf(text: string): Set<string> {
  const stems = new Set<string>();
  for (const word of wordsOf(text))
    if (word.length > 3 && !/\d/u.test(word) && !functionWords.has(word))
      stems.add(word.replace(/(?:es|s)$/u, '').slice(0, 5));
  return stems;
}
