import type { SearchDocument } from '@/lib/search/contract';
import { splitPassages } from '@/lib/search/passages';

/** Mulberry32: the same corpus and the same queries in every run. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const passagesAnArticle = 4;
const wordsAPassage = 100;
/** Invented words, so that the vocabulary keeps growing with the corpus as it does in life. */
const inventedWords = 60_000;
const syllables = 'ba ce di fo gu ka le mi no pu ra se ti vo xu za bri cla dro fle gri ple stra tri'.split(
  ' ',
);

/** `passages` passages of sentences drawn from the given documents, in articles of four with headings. */
export function growCorpus(
  base: readonly SearchDocument[],
  passages: number,
  random: () => number,
): SearchDocument[] {
  const sentences = base.flatMap(({ body }) => sentencesOf(body));
  const titles = base.map(({ title, body }) => title || (sentencesOf(body)[0] ?? 'Untitled').slice(0, 60));
  if (sentences.length === 0) throw new Error('The given documents hold no sentence to grow a corpus from.');
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const articles: SearchDocument[] = [];
  for (let made = 0; made < passages; made += passagesAnArticle) {
    const parts: string[] = [];
    for (let i = 0; i < Math.min(passagesAnArticle, passages - made); i++) {
      let text = '';
      for (let words = 0; words < wordsAPassage; ) {
        const sentence = pick(sentences);
        text += `${sentence} `;
        words += sentence.split(' ').length;
      }
      parts.push(`## ${pick(titles)}\n\n${text}The ${inventedWord(random)} is part ${inventedWord(random)}.`);
    }
    articles.push({
      ...pick(base),
      articleId: `grown-${articles.length}`,
      title: `${pick(titles)} ${inventedWord(random)}`,
      body: parts.join('\n\n'),
    });
  }
  return articles;
}

/** Zipf-like: low numbers come often. */
function inventedWord(random: () => number): string {
  let number = Math.floor(inventedWords * random() ** 3);
  let word = '';
  do {
    word += syllables[number % syllables.length]!;
    number = Math.floor(number / syllables.length);
  } while (number > 0);
  return `${word}n`;
}

function sentencesOf(text: string): string[] {
  return text
    .replace(/\s+/g, ' ')
    .split(/(?<=[.!?])\s/)
    .filter((sentence) => sentence.length > 20 && sentence.length < 400);
}

export interface BenchQueries {
  /** A line as typed into a search box, about eight words. */
  readonly short: readonly string[];
  /** A ticket of about 115 words. */
  readonly long: readonly string[];
  /** Of both kinds, not counted. */
  readonly warmUp: readonly string[];
}

export function makeQueries(
  documents: readonly SearchDocument[],
  count: number,
  random: () => number,
): BenchQueries {
  const words = (wanted: number): string => {
    const parts: string[] = [];
    for (let tries = 0; parts.length < wanted && tries < 200; tries++) {
      const { body } = documents[Math.floor(random() * documents.length)]!;
      const found = body.split(/\s+/).filter((word) => /\p{L}/u.test(word));
      const from = Math.floor(random() * Math.max(1, found.length - 30));
      parts.push(...found.slice(from, from + Math.min(30, wanted - parts.length)));
    }
    return parts.join(' ');
  };
  return {
    short: Array.from({ length: count }, () => words(8)),
    long: Array.from({ length: count }, () => words(115)),
    warmUp: Array.from({ length: 20 }, (_, i) => words(i % 2 === 0 ? 8 : 115)),
  };
}

export interface BenchPassage {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** The same passages for every engine that has no passages of its own. */
export function passagesOf(documents: readonly SearchDocument[]): BenchPassage[] {
  return documents.flatMap((document) =>
    splitPassages(document.body).map(({ ordinal, start, end }) => ({
      id: `${document.articleId}#${ordinal}`,
      title: document.title,
      text: document.body.slice(start, end),
    })),
  );
}
