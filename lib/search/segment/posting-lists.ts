import { type ByteWriter, grown } from './bytes';
import { farStep, passageCodes, titleCodes } from './layout';

/** Payload of a list's first chunk; each next one has twice as much, up to the largest. Four bytes more lead on. */
const firstChunk = 8;
const largestChunk = 2_048;
const linkBytes = 4;

/**
 * Postings of many terms in the making. All lists lie in one block of bytes, in chunks that lead on to each other, and
 * all counters in a few columns: tens of thousands of small arrays and objects would outlive many collections. For the
 * same reason terms stay known from one segment to the next.
 */
export class PostingLists {
  /** Of all segments so far. */
  readonly terms: string[] = [];
  private readonly entryOf = new Map<string, number>();
  private bytes = new Uint8Array(1 << 20);
  private used = 0;
  /** By list: where it begins, where it is written on, and where the chunk in hand ends and how large it is. */
  private begins = new Uint32Array(1 << 12);
  private at = new Uint32Array(1 << 12);
  private ends = new Uint32Array(1 << 12);
  private size = new Uint32Array(1 << 12);
  /** By list: bytes written, and the number that the next gap counts from. */
  private lengths = new Uint32Array(1 << 12);
  private last = new Uint32Array(1 << 12);
  private counts = new Uint32Array(1 << 11);
  private written = 0;
  private held = 0;

  /** Bytes of all lists. */
  get length(): number {
    return this.written;
  }

  /** Terms that articles hold. */
  get heldTerms(): number {
    return this.held;
  }

  find(term: string): number {
    const known = this.entryOf.get(term);
    if (known !== undefined) return known;
    const entry = this.terms.length;
    this.terms.push(term);
    this.entryOf.set(term, entry);
    if (entry === this.counts.length) this.growColumns();
    return entry;
  }

  /** In ascending order of passages. */
  addPassage(entry: number, passage: number, code: number): void {
    const list = passagesOf(entry);
    let gap = passage - this.last[list]!;
    for (; gap >= farStep; gap -= farStep) this.word(list, farStep * passageCodes);
    this.word(list, gap * passageCodes + code);
    this.last[list] = passage;
  }

  /** In ascending order of articles. */
  addTitle(entry: number, article: number, frequency: number): void {
    const list = titlesOf(entry);
    let rest = (article - this.last[list]!) * titleCodes + Math.min(frequency, titleCodes - 1);
    for (; rest >= 0x80; rest >>>= 7) this.byte(list, (rest & 0x7f) | 0x80);
    this.byte(list, rest);
    this.last[list] = article;
  }

  /** More articles that hold the term in any field. */
  countArticles(entry: number, articles: number): void {
    if (this.counts[entry] === 0 && articles > 0) this.held++;
    this.counts[entry]! += articles;
  }

  articlesOf(entry: number): number {
    return this.counts[entry]!;
  }

  titleBytes(entry: number): number {
    return this.lengths[titlesOf(entry)]!;
  }

  writeTitles(entry: number, into: ByteWriter): void {
    this.copy(titlesOf(entry), into);
  }

  writePassages(entry: number, into: ByteWriter): void {
    this.copy(passagesOf(entry), into);
  }

  /** No postings again, with the room and the terms that it has. */
  clear(): void {
    const lists = 2 * this.terms.length;
    for (const column of ['begins', 'at', 'ends', 'size', 'lengths', 'last'] as const)
      this[column].fill(0, 0, lists);
    this.counts.fill(0, 0, this.terms.length);
    this.used = 0;
    this.written = 0;
    this.held = 0;
  }

  forgetTerms(): void {
    this.terms.length = 0;
    this.entryOf.clear();
  }

  private word(list: number, value: number): void {
    this.byte(list, value & 0xff);
    this.byte(list, value >>> 8);
  }

  private byte(list: number, value: number): void {
    let at = this.at[list]!;
    if (at === this.ends[list]!) at = this.addChunk(list);
    this.bytes[at] = value;
    this.at[list] = at + 1;
    this.lengths[list]!++;
    this.written++;
  }

  private addChunk(list: number): number {
    const before = this.size[list]!;
    const size = before === 0 ? firstChunk : Math.min(before * 2, largestChunk);
    const begin = this.used;
    this.used += size + linkBytes;
    if (this.used > this.bytes.length) this.bytes = grown(this.bytes, this.used);
    if (before === 0) this.begins[list] = begin;
    else this.link(this.ends[list]!, begin);
    this.ends[list] = begin + size;
    this.size[list] = size;
    return begin;
  }

  private link(at: number, to: number): void {
    this.bytes[at] = to;
    this.bytes[at + 1] = to >>> 8;
    this.bytes[at + 2] = to >>> 16;
    this.bytes[at + 3] = to >>> 24;
  }

  private copy(list: number, into: ByteWriter): void {
    let begin = this.begins[list]!;
    let size = firstChunk;
    for (let rest = this.lengths[list]!; rest > 0; ) {
      into.append(this.bytes.subarray(begin, begin + Math.min(rest, size)));
      rest -= size;
      const link = begin + size;
      const { bytes } = this;
      begin = bytes[link]! | (bytes[link + 1]! << 8) | (bytes[link + 2]! << 16) | (bytes[link + 3]! << 24);
      size = Math.min(size * 2, largestChunk);
    }
  }

  private growColumns(): void {
    for (const column of ['begins', 'at', 'ends', 'size', 'lengths', 'last', 'counts'] as const)
      this[column] = grown(this[column]);
  }
}

const passagesOf = (entry: number): number => 2 * entry;
const titlesOf = (entry: number): number => 2 * entry + 1;
