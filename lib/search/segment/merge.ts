import { assembleSegment } from './assemble';
import { writeDictionary } from './dictionary';
import { metaFields } from './layout';
import type { Segment } from './open';
import { PostingLists } from './posting-lists';
import { StringTable } from './strings';

export interface MergedSegment {
  readonly bytes: ArrayBuffer;
  /** 0: everything was deleted. */
  readonly articles: number;
}

/** Fields whose meta value is a string index; the others are plain numbers. */
const numberFields: readonly string[] = ['validFrom', 'validUntil'];

/**
 * Joins segments into one without the deleted articles and without reading any article: postings are moved to their
 * new numbers. Ranks exactly as the parts did.
 */
export function mergeSegments(
  segments: readonly Segment[],
  deletes: readonly (Uint8Array | null)[] = [],
): MergedSegment {
  const strings = new StringTable();
  const metas: number[] = [];
  const metaOf = new Map<string, number>();
  const columns = {
    id: [] as number[],
    version: [] as number[],
    first: [] as number[],
    meta: [] as number[],
    title: [] as number[],
    start: [] as number[],
    end: [] as number[],
    heading: [] as number[],
    length: [] as number[],
    kind: [] as number[],
  };
  const lists = new PostingLists();

  segments.forEach((segment, s) => {
    const gone = deletes[s] ?? null;
    const articleTo = new Int32Array(segment.counts.articles).fill(-1);
    const passageTo = new Int32Array(segment.counts.passages).fill(-1);
    const articleOf = new Uint32Array(segment.counts.passages);
    for (let a = 0; a < segment.counts.articles; a++) {
      if (gone !== null && ((gone[a >>> 3] ?? 0) & (1 << (a & 7))) !== 0) continue;
      articleTo[a] = columns.id.length;
      columns.id.push(strings.intern(segment.idOf(a)));
      columns.version.push(segment.articleVersion[a]!);
      columns.first.push(columns.start.length);
      columns.meta.push(moveMeta(segment, segment.articleMeta[a]!, strings, metas, metaOf));
      columns.title.push(segment.articleTitleLength[a]!);
      for (let p = segment.articleFirstPassage[a]!; p < segment.articleFirstPassage[a + 1]!; p++) {
        passageTo[p] = columns.start.length;
        articleOf[p] = a;
        columns.start.push(segment.passageStart[p]!);
        columns.end.push(segment.passageEnd[p]!);
        columns.heading.push(strings.intern(segment.string(segment.passageHeading[p]!)));
        columns.length.push(segment.passageLength[p]!);
        columns.kind.push(segment.passageKind[p]!);
      }
    }
    movePostings(segment, lists, articleTo, passageTo, articleOf);
  });

  const dictionary = writeDictionary(lists);
  const table = strings.finish();
  const bytes = assembleSegment(
    {
      articles: columns.id.length,
      passages: columns.start.length,
      terms: dictionary.terms,
      strings: table.strings,
      metas: metas.length / metaFields.length,
      termBuckets: dictionary.termBuckets,
      gramBuckets: dictionary.gramBuckets,
    },
    {
      articleId: Uint32Array.from(columns.id),
      articleVersion: Uint32Array.from(columns.version),
      articleFirstPassage: Uint32Array.from([...columns.first, columns.start.length]),
      articleMeta: Uint32Array.from(columns.meta),
      articleTitleLength: Uint8Array.from(columns.title),
      passageStart: Uint32Array.from(columns.start),
      passageEnd: Uint32Array.from(columns.end),
      passageHeading: Uint32Array.from(columns.heading),
      passageLength: Uint8Array.from(columns.length),
      passageKind: Uint8Array.from(columns.kind),
      meta: Uint32Array.from(metas),
      ...table,
      ...dictionary,
    },
  );
  return { bytes, articles: columns.id.length };
}

function moveMeta(
  segment: Segment,
  meta: number,
  strings: StringTable,
  metas: number[],
  metaOf: Map<string, number>,
): number {
  const row = metaFields.map((field) => {
    const value = segment.meta(meta, field);
    return numberFields.includes(field) ? value : strings.intern(segment.string(value));
  });
  const key = row.join(' ');
  const known = metaOf.get(key);
  if (known !== undefined) return known;
  metas.push(...row);
  metaOf.set(key, metas.length / metaFields.length - 1);
  return metas.length / metaFields.length - 1;
}

function movePostings(
  segment: Segment,
  lists: PostingLists,
  articleTo: Int32Array,
  passageTo: Int32Array,
  articleOf: Uint32Array,
): void {
  for (let t = 0; t < segment.counts.terms; t++) {
    const entry = lists.find(segment.termAt(t));
    const held = new Set<number>();
    segment.visitPostings(
      t,
      (article, frequency) => {
        const to = articleTo[article]!;
        if (to === -1) return;
        lists.addTitle(entry, to, frequency);
        held.add(article);
      },
      (passage, code) => {
        const to = passageTo[passage]!;
        if (to === -1) return;
        lists.addPassage(entry, to, code);
        held.add(articleOf[passage]!);
      },
    );
    lists.countArticles(entry, held.size);
  }
}
