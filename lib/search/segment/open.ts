import { err, ok, type Result } from '@/lib/result';
import type { SegmentFailure } from '../contract';
import { readHead, smallestSegment } from './assemble';
import { checksum } from './bytes';
import { countWindows } from './grams';
import {
  type Counts,
  farStep,
  hashBytes,
  listSeparator,
  type MetaField,
  metaFields,
  passageCodes,
  type SectionName,
  segmentMagic,
  segmentVersion,
  titleCodes,
} from './layout';

const encoder = new TextEncoder();
const passageBits = Math.log2(passageCodes);
const decoder = new TextDecoder('utf-8', { fatal: false });

export interface PostingsHead {
  readonly articles: number;
  readonly titlesAt: number;
  readonly titlesEnd: number;
  readonly passagesAt: number;
  readonly passagesEnd: number;
}

/** Passage postings begin at the next even place after those of titles, told in pairs of bytes. */
export function firstWordAfter(titlesEnd: number): number {
  return (titlesEnd + 1) >>> 1;
}

/** Views over a segment's bytes: nothing is parsed or copied when it opens. */
export class Segment {
  readonly articleId: Uint32Array;
  readonly articleVersion: Uint32Array;
  readonly articleFirstPassage: Uint32Array;
  readonly articleMeta: Uint32Array;
  readonly articleTitleLength: Uint8Array;
  readonly passageStart: Uint32Array;
  readonly passageEnd: Uint32Array;
  readonly passageHeading: Uint32Array;
  readonly passageLength: Uint8Array;
  readonly passageKind: Uint8Array;
  readonly postingBytes: Uint8Array;
  /** The same bytes by pairs. */
  readonly postingWords: Uint16Array;
  readonly postingOffset: Uint32Array;
  readonly gramOffset: Uint32Array;
  readonly gramBytes: Uint8Array;
  private readonly metas: Uint32Array;
  private readonly stringOffset: Uint32Array;
  private readonly stringBytes: Uint8Array;
  private readonly termBucket: Uint32Array;
  private readonly termOffset: Uint32Array;
  private readonly termBytes: Uint8Array;
  private readonly strings = new Map<number, string>();

  constructor(
    readonly buffer: ArrayBuffer,
    readonly counts: Counts,
    at: Record<SectionName, { readonly offset: number; readonly length: number }>,
  ) {
    const words = (name: SectionName) => new Uint32Array(buffer, at[name].offset, at[name].length / 4);
    const bytes = (name: SectionName) => new Uint8Array(buffer, at[name].offset, at[name].length);
    this.articleId = words('articleId');
    this.articleVersion = words('articleVersion');
    this.articleFirstPassage = words('articleFirstPassage');
    this.articleMeta = words('articleMeta');
    this.articleTitleLength = bytes('articleTitleLength');
    this.passageStart = words('passageStart');
    this.passageEnd = words('passageEnd');
    this.passageHeading = words('passageHeading');
    this.passageLength = bytes('passageLength');
    this.passageKind = bytes('passageKind');
    this.metas = words('meta');
    this.stringOffset = words('stringOffset');
    this.stringBytes = bytes('stringBytes');
    this.termBucket = words('termBucket');
    this.termOffset = words('termOffset');
    this.termBytes = bytes('termBytes');
    this.postingOffset = words('postingOffset');
    this.postingBytes = bytes('postingBytes');
    this.postingWords = new Uint16Array(buffer, at.postingBytes.offset, at.postingBytes.length / 2);
    this.gramOffset = words('gramOffset');
    this.gramBytes = bytes('gramBytes');
  }

  string(index: number): string {
    const known = this.strings.get(index);
    if (known !== undefined) return known;
    const text = decoder.decode(
      this.stringBytes.subarray(this.stringOffset[index], this.stringOffset[index + 1]),
    );
    this.strings.set(index, text);
    return text;
  }

  list(index: number): string[] {
    const text = this.string(index);
    return text === '' ? [] : text.split(listSeparator);
  }

  idOf(article: number): string {
    return decodeOnce(this.stringBytes, this.stringOffset, this.articleId[article]!);
  }

  meta(meta: number, field: MetaField): number {
    return this.metas[meta * metaFields.length + metaFields.indexOf(field)]!;
  }

  /** Number of a term in this segment, or -1. */
  findTerm(term: string): number {
    return this.findTermBytes(encoder.encode(term));
  }

  findTermBytes(bytes: Uint8Array): number {
    if (this.counts.terms === 0) return -1;
    const bucket = hashBytes(bytes) & (this.counts.termBuckets - 1);
    const last = this.termBucket[bucket + 1]!;
    for (let i = this.termBucket[bucket]!; i < last; i++) {
      const from = this.termOffset[i]!;
      if (this.termOffset[i + 1]! - from !== bytes.length) continue;
      let same = 0;
      while (same < bytes.length && this.termBytes[from + same] === bytes[same]) same++;
      if (same === bytes.length) return i;
    }
    return -1;
  }

  /** Whether a term begins with `start`, told by its bytes. */
  termStarts(index: number, start: Uint8Array): boolean {
    const from = this.termOffset[index]!;
    if (this.termOffset[index + 1]! - from < start.length) return false;
    for (let i = 0; i < start.length; i++) if (this.termBytes[from + i] !== start[i]) return false;
    return true;
  }

  /** Length of a term in UTF-16 units, told by its bytes. */
  termUnits(index: number): number {
    const to = this.termOffset[index + 1]!;
    let units = 0;
    for (let i = this.termOffset[index]!; i < to; i++) {
      const byte = this.termBytes[i]!;
      if (byte < 0x80 || byte > 0xbf) units += byte < 0xf0 ? 1 : 2;
    }
    return units;
  }

  /** Order by bytes: the same for two words in every segment. */
  compareTerms(a: number, b: number): number {
    const { termBytes, termOffset } = this;
    const [endA, endB] = [termOffset[a + 1]!, termOffset[b + 1]!];
    let i = termOffset[a]!;
    let j = termOffset[b]!;
    while (i < endA && j < endB) {
      const difference = termBytes[i++]! - termBytes[j++]!;
      if (difference !== 0) return difference;
    }
    return endA - i - (endB - j);
  }

  /** See `countWindows`. */
  countWindows(index: number, windows: readonly number[]): number {
    return countWindows(this.termBytes, this.termOffset[index]!, this.termOffset[index + 1]!, windows);
  }

  termAt(index: number): string {
    const from = this.termOffset[index]!;
    const to = this.termOffset[index + 1]!;
    let text = '';
    for (let i = from; i < to; i++) {
      const byte = this.termBytes[i]!;
      if (byte > 0x7f) return decoder.decode(this.termBytes.subarray(from, to));
      text += String.fromCharCode(byte);
    }
    return text;
  }

  /** Number of an article in this segment, or -1. Compares bytes: no string is made. */
  findArticle(id: string): number {
    const bytes = encoder.encode(id);
    for (let a = 0; a < this.counts.articles; a++) {
      const from = this.stringOffset[this.articleId[a]!]!;
      if (this.stringOffset[this.articleId[a]! + 1]! - from !== bytes.length) continue;
      let same = 0;
      while (same < bytes.length && this.stringBytes[from + same] === bytes[same]) same++;
      if (same === bytes.length) return a;
    }
    return -1;
  }

  readVarint(reader: { at: number }): number {
    let byte = this.postingBytes[reader.at++]!;
    let value = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = this.postingBytes[reader.at++]!;
      value |= (byte & 0x7f) << shift;
    }
    return value;
  }

  /**
   * How many articles hold the term in any field, deleted ones included, and where its postings lie: those of titles
   * among `postingBytes`, those of passages among `postingWords`.
   */
  postingsHead(term: number): PostingsHead {
    const reader = { at: this.postingOffset[term]! };
    const articles = this.readVarint(reader);
    const bytes = this.readVarint(reader);
    const titlesEnd = reader.at + bytes;
    return {
      articles,
      titlesAt: reader.at,
      titlesEnd,
      passagesAt: firstWordAfter(titlesEnd),
      passagesEnd: this.postingOffset[term + 1]! >>> 1,
    };
  }

  /** Calls back with the numbers and codes of a term's title postings, then of its passage postings. */
  visitPostings(
    term: number,
    onTitle: (article: number, frequency: number) => void,
    onPassage: (passage: number, code: number) => void,
  ): void {
    const { titlesAt, titlesEnd, passagesAt, passagesEnd } = this.postingsHead(term);
    const reader = { at: titlesAt };
    let article = 0;
    while (reader.at < titlesEnd) {
      const value = this.readVarint(reader);
      article += Math.floor(value / titleCodes);
      onTitle(article, value % titleCodes);
    }
    let passage = 0;
    for (let at = passagesAt; at < passagesEnd; at++) {
      const value = this.postingWords[at]!;
      const gap = Math.floor(value / passageCodes);
      passage += gap;
      if (gap !== farStep) onPassage(passage, value % passageCodes);
    }
  }

  /** Writes the numbers of the passages that hold a term to `into`; returns how many. Faster than calling back. */
  readPassages(term: number, into: Uint32Array): number {
    const { passagesAt, passagesEnd } = this.postingsHead(term);
    let passage = 0;
    let found = 0;
    for (let at = passagesAt; at < passagesEnd; at++) {
      const gap = this.postingWords[at]! >>> passageBits;
      passage += gap;
      if (gap !== farStep) into[found++] = passage;
    }
    return found;
  }

  articleOf(passage: number): number {
    let low = 0;
    let high = this.counts.articles - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.articleFirstPassage[middle]! <= passage) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function decodeOnce(bytes: Uint8Array, offsets: Uint32Array, index: number): string {
  return decoder.decode(bytes.subarray(offsets[index], offsets[index + 1]));
}

/** Checks magic, version and checksum, then makes views. A failure means: rebuild this segment from the articles. */
export function openSegment(buffer: ArrayBuffer): Result<Segment, SegmentFailure> {
  if (buffer.byteLength < 8 || buffer.byteLength % 4 !== 0) return err({ code: 'not-a-segment' });
  const head = new Uint32Array(buffer);
  if (head[0] !== segmentMagic) return err({ code: 'not-a-segment' });
  if (head[1] !== segmentVersion) return err({ code: 'other-version', found: head[1]! });
  if (buffer.byteLength < smallestSegment || head[3] !== buffer.byteLength) return err({ code: 'damaged' });
  if (head[2] !== checksum(new Uint32Array(buffer, 12))) return err({ code: 'damaged' });
  const raw = readHead(buffer);
  return raw ? ok(new Segment(buffer, raw.counts, raw.at)) : err({ code: 'damaged' });
}
