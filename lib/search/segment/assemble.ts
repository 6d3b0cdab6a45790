import { checksum } from './bytes';
import {
  type CountName,
  type Counts,
  countNames,
  headWords,
  type SectionName,
  sectionNames,
  sections,
  segmentMagic,
  segmentVersion,
} from './layout';

const align = (length: number) => (length + 3) & ~3;
const firstSection = 4 * (headWords + countNames.length + sectionNames.length);

/** Lays the sections out one after another and seals them with a checksum. */
export function assembleSegment(counts: Counts, content: Record<SectionName, ArrayBufferView>): ArrayBuffer {
  let size = firstSection;
  for (const name of sectionNames) size += align(content[name].byteLength);
  const buffer = new ArrayBuffer(size);
  const head = new Uint32Array(buffer, 0, firstSection / 4);
  head[0] = segmentMagic;
  head[1] = segmentVersion;
  head[3] = size;
  countNames.forEach((name, i) => {
    head[headWords + i] = counts[name];
  });
  let offset = firstSection;
  sectionNames.forEach((name, i) => {
    head[headWords + countNames.length + i] = offset;
    const view = content[name];
    new Uint8Array(buffer, offset).set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
    offset += align(view.byteLength);
  });
  head[2] = checksum(new Uint32Array(buffer, 12));
  return buffer;
}

export interface RawSegment {
  readonly counts: Counts;
  /** Byte offset and length of each section, alignment included in the length. */
  readonly at: Record<SectionName, { readonly offset: number; readonly length: number }>;
}

/** Reads the head; `null` when an offset or a length cannot be right. The checksum has been held against it before. */
export function readHead(buffer: ArrayBuffer): RawSegment | null {
  const head = new Uint32Array(buffer, 0, firstSection / 4);
  const counts = {} as Record<CountName, number>;
  countNames.forEach((name, i) => {
    counts[name] = head[headWords + i]!;
  });
  const at = {} as Record<SectionName, { offset: number; length: number }>;
  for (let i = 0; i < sectionNames.length; i++) {
    const name = sectionNames[i]!;
    const offset = head[headWords + countNames.length + i]!;
    const next =
      i + 1 < sectionNames.length ? head[headWords + countNames.length + i + 1]! : buffer.byteLength;
    if (offset % 4 !== 0 || offset < firstSection || next < offset || next > buffer.byteLength) return null;
    at[name] = { offset, length: next - offset };
  }
  const fits = (name: SectionName, elements: number) => at[name].length >= elements * sections[name];
  const { articles, passages, terms, strings, metas, termBuckets, gramBuckets } = counts;
  const complete =
    fits('articleId', articles) &&
    fits('articleFirstPassage', articles + 1) &&
    fits('articleTitleLength', articles) &&
    fits('passageStart', passages) &&
    fits('passageLength', passages) &&
    fits('passageKind', passages) &&
    fits('meta', metas) &&
    fits('stringOffset', strings + 1) &&
    fits('termBucket', termBuckets + 1) &&
    fits('termOffset', terms + 1) &&
    fits('postingOffset', terms + 1) &&
    fits('gramOffset', gramBuckets + 1);
  return complete ? { counts, at } : null;
}

export { firstSection as smallestSegment };
