/**
 * The bytes of a segment. Everything is little-endian (as every host that runs this) and 4-byte aligned, so that
 * opening it is making views. Raise `segmentVersion` with any change here or in the analysis: a segment of another
 * version is rebuilt from the articles, never converted.
 */
export const segmentMagic = 0x47_53_4e_46;
export const segmentVersion = 5;

/** Words at the head: magic, version, checksum of all that follows it, then the counts, then section offsets. */
export const headWords = 4;
export const countNames = [
  'articles',
  'passages',
  'terms',
  'strings',
  'metas',
  'termBuckets',
  'gramBuckets',
] as const;
export type CountName = (typeof countNames)[number];
export type Counts = Record<CountName, number>;

/** Sections in the order they are stored, with bytes an element. */
export const sections = {
  articleId: 4,
  articleVersion: 4,
  articleFirstPassage: 4,
  articleMeta: 4,
  articleTitleLength: 1,
  passageStart: 4,
  passageEnd: 4,
  passageHeading: 4,
  passageLength: 1,
  passageKind: 1,
  meta: 4,
  stringOffset: 4,
  stringBytes: 1,
  termBucket: 4,
  termOffset: 4,
  termBytes: 1,
  postingOffset: 4,
  postingBytes: 1,
  gramOffset: 4,
  gramBytes: 1,
} as const;
export type SectionName = keyof typeof sections;
export const sectionNames = Object.keys(sections) as SectionName[];

/** What filters are held against; one record serves all articles that share it. String indices unless said. */
export const metaFields = [
  'kind',
  'audience',
  'locale',
  'language',
  'status',
  'brand',
  /** Values joined by U+0000. */
  'market',
  'productScope',
  /** `YYYYMMDD` as a number; 0 is open. */
  'validFrom',
  'validUntil',
] as const;
export type MetaField = (typeof metaFields)[number];

/** Joins lists inside one interned string. */
export const listSeparator = '\u0000';

/**
 * A term's postings: varint(articles that hold it), varint(bytes of title postings), title postings, a byte where it
 * takes one to come to an even place, passage postings up to the next term's.
 *
 * A passage posting is 16 bits, gap * 8 + code: a third larger than variable bytes, and read twice as fast, because
 * the next one's place is known. Before a gap of `farStep` passages or more stand steps of so many, which hold no
 * passage. Code: 0 only in the headings above; 1-4 in the text 1, 2, 3-4, 5+ times;
 * 5-7 both, with the text 1, 2, 3+ times.
 */
export const passageCodes = 8;
export const farStep = 0x1fff;
export const codeFrequency = [0, 1, 2, 3.4, 6, 1, 2, 4] as const;
export const codeHeading = [1, 0, 0, 0, 0, 1, 1, 1] as const;

export function passageCode(frequency: number, inHeading: boolean): number {
  if (inHeading) return frequency === 0 ? 0 : frequency === 1 ? 5 : frequency === 2 ? 6 : 7;
  return frequency >= 5 ? 4 : Math.min(frequency, 3);
}

/** A title posting is varint(gap * 4 + frequency), the frequency capped at 3. */
export const titleCodes = 4;

/**
 * What a passage is: running text, one line of a list of phrases, or a question that the article answered (its
 * `start` is the question's index in `askedAs`).
 */
export const passageKinds = { text: 0, phrase: 1, asked: 2 } as const;

/** FNV-1a over UTF-8. */
export function hashBytes(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return spread(hash);
}

/** FNV leaves the high bits of short words alike. */
export function spread(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Smallest power of two at or above `least`, at least 1. */
export function powerOfTwo(least: number): number {
  let size = 1;
  while (size < least) size *= 2;
  return size;
}

/** A passage's length is one byte; with its kind it makes the row of the impact table. */
export const lengthClasses = 256;
