import { analyzerFor, stopMark } from '../analysis/analyze';
import { detectLanguage } from '../analysis/detect';
import { primaryLanguage } from '../analysis/languages';
import { scanTokens } from '../analysis/tokens';
import type { SearchDocument } from '../contract';
import { isPhraseList, splitPassages } from '../passages';
import { assembleSegment } from './assemble';
import { grown } from './bytes';
import { writeDictionary } from './dictionary';
import { listSeparator, metaFields, passageCode, passageKinds } from './layout';
import { PostingLists } from './posting-lists';
import { StringTable } from './strings';
import { unknownWord, WordTable } from './word-table';

interface KnownWords {
  readonly plain: WordTable;
  readonly others: Map<string, number>;
}

interface PassagePlace {
  readonly start: number;
  readonly end: number;
  readonly kind: number;
}

const stop = -1;
/** Words stay known from one segment to the next, but for the tail of a base of endless words. */
const mostTerms = 150_000;
/** Markdown beyond this length says little about its language. */
const detectFrom = 1_200;

/** Collects articles and writes them as immutable segments, one after the other in the same room. */
export class SegmentBuilder {
  private readonly strings = new StringTable();
  private readonly lists = new PostingLists();
  /** By term: the last article that was counted for it, plus 1. */
  private counted = new Uint32Array(1 << 11);
  /** By term: how often the passage or title in hand says it, and whether the headings above do. */
  private said = new Uint32Array(1 << 11);
  private inHeading = new Uint8Array(1 << 11);
  /** Per language: word as written to entry, so that each word is stemmed and looked up once. */
  private readonly surfaces = new Map<string, KnownWords>();
  private readonly metaOf = new Map<string, number>();
  private readonly metas: number[] = [];
  private readonly article = {
    id: [] as number[],
    version: [] as number[],
    first: [] as number[],
    meta: [] as number[],
    title: [] as number[],
  };
  private readonly passage = {
    start: [] as number[],
    end: [] as number[],
    heading: [] as number[],
    length: [] as number[],
    kind: [] as number[],
  };

  /** `fallbackLanguage`: for articles that name none and are too short to tell. */
  constructor(private readonly fallbackLanguage = 'en') {}

  get articles(): number {
    return this.article.id.length;
  }

  /** About what `finish` would write, in bytes. */
  get estimatedBytes(): number {
    return (
      this.lists.length + this.lists.heldTerms * 34 + this.passage.start.length * 13 + this.articles * 40
    );
  }

  add(document: SearchDocument): void {
    const language = languageOf(document, this.fallbackLanguage);
    const number = this.articles;
    const touched: number[] = [];
    const touch = (entry: number) => {
      if (this.said[entry] === 0 && this.inHeading[entry] === 0) touched.push(entry);
    };
    const say = (entry: number) => {
      touch(entry);
      this.said[entry]!++;
    };
    const head = (entry: number) => {
      touch(entry);
      this.inHeading[entry] = 1;
    };
    const known = this.surfacesOf(language);
    const read = (text: string, visit: (entry: number) => void, stopsToo = false): number => {
      let length = 0;
      scanTokens(
        text,
        (surface) => {
          const index = known.others.get(surface) ?? this.look(surface, language, known);
          if (index !== stop) {
            length++;
            visit(index);
          } else if (stopsToo) visit(this.entry(stopMark + surface));
        },
        (start, end) => {
          const index = known.plain.find(text, start, end);
          // A stop word that counts is needed as a string.
          if (index === unknownWord || (index === stop && stopsToo)) return false;
          if (index === stop) return true;
          length++;
          visit(index);
          return true;
        },
      );
      return length;
    };
    const addPassage = (text: string, headingPath: readonly string[], at: PassagePlace) => {
      const passage = this.passage.start.length;
      const length = read(text, say, at.kind !== passageKinds.text);
      for (const heading of headingPath) read(heading, head);
      this.passage.start.push(at.start);
      this.passage.end.push(at.end);
      this.passage.heading.push(this.strings.intern(headingPath.join(listSeparator)));
      this.passage.length.push(Math.min(length, 255));
      this.passage.kind.push(at.kind);
      for (const entry of touched) this.closePassage(entry, passage, number);
      touched.length = 0;
    };
    this.article.first.push(this.passage.start.length);
    const spans = splitPassages(document.body);
    const kind = isPhraseList(document.body, spans) ? passageKinds.phrase : passageKinds.text;
    for (const { start, end, headingPath } of spans) {
      addPassage(document.body.slice(start, end), headingPath, { start, end, kind });
    }
    document.askedAs.forEach((question, i) => {
      addPassage(question, [], { start: i, end: i, kind: passageKinds.asked });
    });
    const title = read(document.title, say);
    for (const entry of touched) this.closeTitle(entry, number);
    this.article.id.push(this.strings.intern(document.articleId));
    this.article.version.push(document.articleVersion);
    this.article.meta.push(this.metaIndex(document, language));
    this.article.title.push(Math.min(title, 255));
  }

  /** All that was added since the last time; the builder is empty again. */
  finish(): ArrayBuffer {
    const dictionary = writeDictionary(this.lists);
    const strings = this.strings.finish();
    const { article, passage } = this;
    const segment = assembleSegment(
      {
        articles: article.id.length,
        passages: passage.start.length,
        terms: dictionary.terms,
        strings: strings.strings,
        metas: this.metas.length / metaFields.length,
        termBuckets: dictionary.termBuckets,
        gramBuckets: dictionary.gramBuckets,
      },
      {
        articleId: Uint32Array.from(article.id),
        articleVersion: Uint32Array.from(article.version),
        articleFirstPassage: Uint32Array.from([...article.first, passage.start.length]),
        articleMeta: Uint32Array.from(article.meta),
        articleTitleLength: Uint8Array.from(article.title),
        passageStart: Uint32Array.from(passage.start),
        passageEnd: Uint32Array.from(passage.end),
        passageHeading: Uint32Array.from(passage.heading),
        passageLength: Uint8Array.from(passage.length),
        passageKind: Uint8Array.from(passage.kind),
        meta: Uint32Array.from(this.metas),
        ...strings,
        ...dictionary,
      },
    );
    this.clear();
    return segment;
  }

  private clear(): void {
    this.strings.clear();
    this.counted.fill(0, 0, this.lists.terms.length);
    this.lists.clear();
    if (this.lists.terms.length > mostTerms) {
      this.lists.forgetTerms();
      this.surfaces.clear();
    }
    this.metaOf.clear();
    this.metas.length = 0;
    for (const column of Object.values(this.article)) column.length = 0;
    for (const column of Object.values(this.passage)) column.length = 0;
  }

  private surfacesOf(language: string): KnownWords {
    let known = this.surfaces.get(language);
    if (!known) this.surfaces.set(language, (known = { plain: new WordTable(), others: new Map() }));
    return known;
  }

  private look(surface: string, language: string, { plain, others }: KnownWords): number {
    const found = plain.find(surface, 0, surface.length);
    if (found !== unknownWord) return found;
    const analyzer = analyzerFor(language);
    const index = analyzer.isStop(surface) ? stop : this.entry(analyzer.termOf(surface));
    if (!plain.add(surface, index)) others.set(surface, index);
    return index;
  }

  private entry(term: string): number {
    const { length } = this.lists.terms;
    const entry = this.lists.find(term);
    if (entry < length) return entry;
    if (entry === this.said.length) {
      this.counted = grown(this.counted);
      this.said = grown(this.said);
      this.inHeading = grown(this.inHeading);
    }
    return entry;
  }

  private closePassage(entry: number, passage: number, article: number): void {
    this.lists.addPassage(entry, passage, passageCode(this.said[entry]!, this.inHeading[entry] === 1));
    this.close(entry, article);
  }

  private closeTitle(entry: number, article: number): void {
    this.lists.addTitle(entry, article, this.said[entry]!);
    this.close(entry, article);
  }

  private close(entry: number, article: number): void {
    this.said[entry] = 0;
    this.inHeading[entry] = 0;
    if (this.counted[entry] === article + 1) return;
    this.counted[entry] = article + 1;
    this.lists.countArticles(entry, 1);
  }

  private metaIndex(document: SearchDocument, language: string): number {
    const text = (value: string) => this.strings.intern(value);
    const values: Record<(typeof metaFields)[number], number> = {
      kind: text(document.kind),
      audience: text(document.audience),
      locale: text(document.locale),
      language: text(language),
      status: text(document.status),
      brand: text(document.brand ?? ''),
      market: text(document.market.join(listSeparator)),
      productScope: text(document.productScope.join(listSeparator)),
      validFrom: dayNumber(document.validFrom),
      validUntil: dayNumber(document.validUntil),
    };
    const row = metaFields.map((field) => values[field]);
    const key = row.join(' ');
    const known = this.metaOf.get(key);
    if (known !== undefined) return known;
    const index = this.metas.length / metaFields.length;
    this.metas.push(...row);
    this.metaOf.set(key, index);
    return index;
  }
}

/** `2026-11-24` → 20261124; open → 0. */
export function dayNumber(day: string | null): number {
  return day === null ? 0 : Number(day.replaceAll('-', '')) || 0;
}

/** The language an article's words are read in. */
export function languageOf(
  document: Pick<SearchDocument, 'locale' | 'title' | 'body'>,
  fallback: string,
): string {
  const named = primaryLanguage(document.locale);
  if (named !== '' && named !== 'und') return named;
  return detectLanguage(`${document.title}\n${document.body.slice(0, detectFrom)}`, fallback);
}

export function buildSegment(documents: readonly SearchDocument[]): ArrayBuffer {
  const builder = new SegmentBuilder();
  for (const document of documents) builder.add(document);
  return builder.finish();
}
