import { defaultParameters, type RankParameters } from './rank/parameters';
import { classBits, type Scores } from './rank/scores';
import { codeFrequency, codeHeading, lengthClasses, passageCodes, passageKinds } from './segment/layout';
import type { Segment } from './segment/open';

/** A segment as part of an index: numbers of its articles and passages count on from the segments before it. */
export interface PlacedSegment {
  readonly segment: Segment;
  readonly firstArticle: number;
  readonly firstPassage: number;
  /** One bit an article, lowest bit first; set = deleted. */
  readonly deletes: Uint8Array | null;
}

/** Everything a query reads. Immutable but for the scratch scores, so one index answers one query at a time. */
export interface SearchIndex {
  readonly generation: number;
  readonly parameters: RankParameters;
  readonly placed: readonly PlacedSegment[];
  readonly articles: number;
  readonly passages: number;
  readonly liveArticles: number;
  readonly livePassages: number;
  /** Words in the texts and in the titles of the live articles. */
  readonly liveWords: { readonly text: number; readonly title: number };
  /** 1 for articles that are not deleted. */
  readonly live: Uint8Array;
  /** By passage class. */
  readonly passageNorm: Float32Array;
  /** What one posting adds to its passage per weight, by class and code. */
  readonly impact: Float32Array;
  readonly titleNorm: Float32Array;
  /** Of the live articles, commonest first. */
  readonly languages: readonly string[];
  /** Of all its articles; zero between queries. */
  readonly scratch: Scores;
}

export interface IndexOptions {
  readonly generation?: number;
  readonly parameters?: RankParameters;
}

export function isDeleted(deletes: Uint8Array | null, article: number): boolean {
  return deletes !== null && ((deletes[article >>> 3] ?? 0) & (1 << (article & 7))) !== 0;
}

/** Where an article lies. */
export function placeOf({ placed }: SearchIndex, article: number): PlacedSegment {
  return placed.findLast(({ firstArticle }) => firstArticle <= article)!;
}

/** Puts segments together. `deletes[i]` belongs to `segments[i]`; missing or `null`: nothing deleted. */
export function createIndex(
  segments: readonly Segment[],
  deletes: readonly (Uint8Array | null)[] = [],
  options: IndexOptions = {},
): SearchIndex {
  const parameters = options.parameters ?? defaultParameters;
  const placed: PlacedSegment[] = [];
  let articles = 0;
  let passages = 0;
  segments.forEach((segment, i) => {
    placed.push({ segment, firstArticle: articles, firstPassage: passages, deletes: deletes[i] ?? null });
    articles += segment.counts.articles;
    passages += segment.counts.passages;
  });
  const live = new Uint8Array(articles);
  const facts = new Uint32Array(passages);
  const textLength = new Float32Array(articles);
  const ofKind = () => Object.values(passageKinds).map(() => ({ passages: 0, length: 0 }));
  const totals = { articles: 0, text: 0, title: 0, titled: 0, kinds: ofKind() };
  for (const { segment, firstArticle, firstPassage, deletes: gone } of placed) {
    for (let a = 0; a < segment.counts.articles; a++) {
      const isLive = !isDeleted(gone, a);
      let length = 0;
      const end = segment.articleFirstPassage[a + 1]!;
      for (let p = segment.articleFirstPassage[a]!; p < end; p++) {
        const kind = segment.passageKind[p]!;
        const kindAndLength = kind * lengthClasses + segment.passageLength[p]!;
        facts[firstPassage + p] = ((firstArticle + a) << classBits) | kindAndLength;
        if (kind !== passageKinds.asked) length += segment.passageLength[p]!;
        if (!isLive) continue;
        totals.kinds[kind]!.passages++;
        totals.kinds[kind]!.length += segment.passageLength[p]!;
      }
      textLength[firstArticle + a] = length;
      if (!isLive) continue;
      live[firstArticle + a] = 1;
      totals.articles++;
      totals.text += length;
      totals.title += segment.articleTitleLength[a]!;
      if (segment.articleTitleLength[a]! > 0) totals.titled++;
    }
  }
  const norm = (share: number, average: number) => (length: number) =>
    1 / (1 - share + share * (average > 0 ? length / average : 1));
  const articleNormOf = norm(parameters.lengthNorm, totals.text / totals.articles);
  const passageNormOf = totals.kinds.map((kind) =>
    norm(parameters.passageLengthNorm, kind.length / kind.passages),
  );
  const titleNormOf = norm(parameters.titleLengthNorm, totals.title / totals.titled);
  const passageNorm = new Float32Array(passageNormOf.length * lengthClasses);
  const impact = new Float32Array(passageNorm.length * passageCodes);
  passageNormOf.forEach((normOf, kind) => {
    for (let length = 0; length < lengthClasses; length++) {
      const row = kind * lengthClasses + length;
      passageNorm[row] = normOf(length);
      for (let code = 0; code < passageCodes; code++) {
        const said = (codeFrequency[code]! + parameters.heading * codeHeading[code]!) * passageNorm[row]!;
        impact[row * passageCodes + code] =
          ((parameters.passageK1 + 1) * said) / (parameters.passageK1 + said);
      }
    }
  });
  const titleNorm = new Float32Array(articles);
  for (const { segment, firstArticle } of placed) {
    for (let a = 0; a < segment.counts.articles; a++) {
      titleNorm[firstArticle + a] = titleNormOf(segment.articleTitleLength[a]!);
    }
  }
  return {
    generation: options.generation ?? 0,
    parameters,
    placed,
    articles,
    passages,
    liveArticles: totals.articles,
    livePassages: totals.kinds[passageKinds.text]!.passages + totals.kinds[passageKinds.phrase]!.passages,
    liveWords: { text: totals.text, title: totals.title },
    live,
    passageNorm,
    titleNorm,
    impact,
    languages: languagesOf(placed),
    scratch: {
      facts,
      passageScore: new Float32Array(passages),
      articleScore: new Float32Array(articles),
      titleScore: new Float32Array(articles),
      titleWeight: new Float32Array(articles),
      articleNorm: textLength.map(articleNormOf),
    },
  };
}

function languagesOf(placed: readonly PlacedSegment[]): string[] {
  const articles = new Map<string, number>();
  for (const { segment, deletes } of placed) {
    // By meta record first: articles share a few of them, and this runs after every edit.
    const sharing = new Uint32Array(segment.counts.metas);
    for (let article = 0; article < segment.counts.articles; article++)
      if (!isDeleted(deletes, article)) sharing[segment.articleMeta[article]!]!++;
    sharing.forEach((count, meta) => {
      if (count === 0) return;
      const language = segment.string(segment.meta(meta, 'language'));
      articles.set(language, (articles.get(language) ?? 0) + count);
    });
  }
  return [...articles].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([language]) => language);
}
