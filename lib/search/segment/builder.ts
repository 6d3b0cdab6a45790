import { analyzerFor, stopMark } from '../analysis/analyze';
import { detectLanguage } from '../analysis/detect';
import { primaryLanguage } from '../analysis/languages';
import { scanTokens } from '../analysis/tokens';
import type { SearchDocument } from '../contract';
import { isPhraseList, splitPassages } from '../passages';
import { assembleSegment } from './assemble';
import { ByteWriter } from './bytes';
import { type TermPostings, writeDictionary } from './dictionary';
import { listSeparator, metaFields, passageCode, passageKinds, titleCodes } from './layout';
import { writePassage } from './postings';
import { StringTable } from './strings';

interface TermEntry {
  readonly term: string;
  readonly passages: ByteWriter;
  readonly articles: ByteWriter;
  lastPassage: number;
  articleCount: number;
  lastCounted: number;
  lastArticle: number;
  /** Counters of the passage or title being read. */
  inText: number;
  inHeading: boolean;
  inTitle: number;
}

interface PassagePlace {
  readonly start: number;
  readonly end: number;
  readonly kind: number;
}

const stop = -1;
/** Markdown beyond this length says little about its language. */
const detectFrom = 1_200;

/** Collects articles and writes them as one immutable segment. */
export class SegmentBuilder {
  private readonly strings = new StringTable();
  private readonly entries: TermEntry[] = [];
  private readonly entryOf = new Map<string, number>();
  /** Per language: word as written to entry, so that each word is stemmed and looked up once. */
  private readonly surfaces = new Map<string, Map<string, number>>();
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
  private postingBytes = 0;

  /** `fallbackLanguage`: for articles that name none and are too short to tell. */
  constructor(private readonly fallbackLanguage = 'en') {}

  get articles(): number {
    return this.article.id.length;
  }

  /** About what `finish` would write, in bytes. */
  get estimatedBytes(): number {
    return this.postingBytes + this.entries.length * 34 + this.passage.start.length * 13 + this.articles * 40;
  }

  add(document: SearchDocument): void {
    const language = languageOf(document, this.fallbackLanguage);
    const number = this.articles;
    const touched: TermEntry[] = [];
    const read = (text: string, visit: (entry: TermEntry) => void, stopsToo = false): number => {
      let length = 0;
      const known = this.surfacesOf(language);
      scanTokens(text, (surface) => {
        const index = known.get(surface) ?? this.look(surface, language, known);
        if (index !== stop) {
          length++;
          visit(this.entries[index]!);
        } else if (stopsToo) visit(this.entries[this.entry(stopMark + surface)]!);
      });
      return length;
    };
    const addPassage = (text: string, headingPath: readonly string[], at: PassagePlace) => {
      const passage = this.passage.start.length;
      touched.length = 0;
      const length = read(
        text,
        (entry) => {
          if (entry.inText === 0 && !entry.inHeading) touched.push(entry);
          entry.inText++;
        },
        at.kind !== passageKinds.text,
      );
      for (const heading of headingPath) {
        read(heading, (entry) => {
          if (entry.inText === 0 && !entry.inHeading) touched.push(entry);
          entry.inHeading = true;
        });
      }
      this.passage.start.push(at.start);
      this.passage.end.push(at.end);
      this.passage.heading.push(this.strings.intern(headingPath.join(listSeparator)));
      this.passage.length.push(Math.min(length, 255));
      this.passage.kind.push(at.kind);
      for (const entry of touched) this.closePassage(entry, passage, number);
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
    touched.length = 0;
    const title = read(document.title, (entry) => {
      if (entry.inTitle === 0) touched.push(entry);
      entry.inTitle++;
    });
    for (const entry of touched) this.closeTitle(entry, number);
    this.article.id.push(this.strings.intern(document.articleId));
    this.article.version.push(document.articleVersion);
    this.article.meta.push(this.metaIndex(document, language));
    this.article.title.push(Math.min(title, 255));
  }

  finish(): ArrayBuffer {
    const postings: TermPostings[] = this.entries.map((entry) => ({
      term: entry.term,
      articleCount: entry.articleCount,
      passageBytes: entry.passages.view(),
      titleBytes: entry.articles.view(),
    }));
    const dictionary = writeDictionary(postings.filter((entry) => entry.articleCount > 0));
    const strings = this.strings.finish();
    const { article, passage } = this;
    return assembleSegment(
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
  }

  private surfacesOf(language: string): Map<string, number> {
    let known = this.surfaces.get(language);
    if (!known) this.surfaces.set(language, (known = new Map()));
    return known;
  }

  private look(surface: string, language: string, known: Map<string, number>): number {
    const analyzer = analyzerFor(language);
    const index = analyzer.isStop(surface) ? stop : this.entry(analyzer.termOf(surface));
    known.set(surface, index);
    return index;
  }

  private entry(term: string): number {
    const known = this.entryOf.get(term);
    if (known !== undefined) return known;
    this.entries.push({
      term,
      passages: new ByteWriter(4),
      articles: new ByteWriter(2),
      lastPassage: 0,
      articleCount: 0,
      lastCounted: -1,
      lastArticle: 0,
      inText: 0,
      inHeading: false,
      inTitle: 0,
    });
    this.entryOf.set(term, this.entries.length - 1);
    return this.entries.length - 1;
  }

  private closePassage(entry: TermEntry, passage: number, article: number): void {
    const before = entry.passages.length;
    writePassage(entry.passages, passage - entry.lastPassage, passageCode(entry.inText, entry.inHeading));
    this.postingBytes += entry.passages.length - before;
    entry.lastPassage = passage;
    entry.inText = 0;
    entry.inHeading = false;
    this.countArticle(entry, article);
  }

  private closeTitle(entry: TermEntry, article: number): void {
    const before = entry.articles.length;
    entry.articles.varint(
      (article - entry.lastArticle) * titleCodes + Math.min(entry.inTitle, titleCodes - 1),
    );
    this.postingBytes += entry.articles.length - before;
    entry.lastArticle = article;
    entry.inTitle = 0;
    this.countArticle(entry, article);
  }

  private countArticle(entry: TermEntry, article: number): void {
    if (entry.lastCounted === article) return;
    entry.lastCounted = article;
    entry.articleCount++;
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

function languageOf(document: SearchDocument, fallback: string): string {
  const named = primaryLanguage(document.locale);
  if (named !== '' && named !== 'und') return named;
  return detectLanguage(`${document.title}\n${document.body.slice(0, detectFrom)}`, fallback);
}

export function buildSegment(documents: readonly SearchDocument[]): ArrayBuffer {
  const builder = new SegmentBuilder();
  for (const document of documents) builder.add(document);
  return builder.finish();
}
