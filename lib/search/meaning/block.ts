import { checksum } from '../segment/bytes';

/**
 * The vectors of one article as they are stored: little-endian, 4-byte aligned. Head: magic, version, checksum of all
 * that follows it, version of the article, dimensions, passages. Then for each passage, in the order of its ordinal, two
 * words of the hash of the text that was embedded (0, 0: not yet), its scale, and its codes.
 */
const blockMagic = 0x56_54_4e_46;
const blockVersion = 1;
const headWords = 6;

/** Of the text behind a vector, 64 bits: a passage that says the same keeps its vector wherever it moves. */
export interface TextHash {
  readonly high: number;
  readonly low: number;
}

export interface PassageVector {
  readonly hash: TextHash;
  /** 0: the endpoint took no text like this; it is not asked again. */
  readonly scale: number;
  readonly codes: Int8Array;
}

export interface VectorBlock {
  readonly articleVersion: number;
  readonly dimensions: number;
  readonly passages: number;
  /** Two words a passage. */
  readonly hashes: Uint32Array;
  readonly scales: Float32Array;
  /** `dimensions` a passage, one after another. */
  readonly codes: Int8Array;
}

/** `vectors[i]` belongs to the passage with ordinal `i`; `null`: it has none yet. */
export function writeBlock(
  articleVersion: number,
  dimensions: number,
  vectors: readonly (PassageVector | null)[],
): ArrayBuffer {
  const passages = vectors.length;
  const codesAt = 4 * (headWords + 3 * passages);
  const bytes = new ArrayBuffer((codesAt + passages * dimensions + 3) & ~3);
  const words = new Uint32Array(bytes);
  words.set([blockMagic, blockVersion, 0, articleVersion, dimensions, passages]);
  const scales = new Float32Array(bytes, 4 * (headWords + 2 * passages), passages);
  vectors.forEach((vector, ordinal) => {
    if (vector === null) return;
    words[headWords + 2 * ordinal] = vector.hash.high;
    words[headWords + 2 * ordinal + 1] = vector.hash.low;
    scales[ordinal] = vector.scale;
    new Int8Array(bytes, codesAt + ordinal * dimensions, dimensions).set(vector.codes);
  });
  words[2] = checksum(words.subarray(3));
  return bytes;
}

/** `null`: of another version, cut or damaged. Its article counts as not embedded. */
export function openBlock(bytes: ArrayBuffer): VectorBlock | null {
  if (bytes.byteLength % 4 !== 0 || bytes.byteLength < 4 * headWords) return null;
  const words = new Uint32Array(bytes);
  const [magic, version, sum, articleVersion, dimensions, passages] = words;
  if (magic !== blockMagic || version !== blockVersion) return null;
  const codesAt = 4 * (headWords + 3 * passages!);
  if (bytes.byteLength !== codesAt + ((passages! * dimensions! + 3) & ~3)) return null;
  if (sum !== checksum(words.subarray(3))) return null;
  return {
    articleVersion: articleVersion!,
    dimensions: dimensions!,
    passages: passages!,
    hashes: words.subarray(headWords, headWords + 2 * passages!),
    scales: new Float32Array(bytes, 4 * (headWords + 2 * passages!), passages),
    codes: new Int8Array(bytes, codesAt, passages! * dimensions!),
  };
}

/** The vector of one passage, as views; `null`: it has none. */
export function vectorAt(block: VectorBlock, ordinal: number): PassageVector | null {
  const high = block.hashes[2 * ordinal]!;
  const low = block.hashes[2 * ordinal + 1]!;
  if (high === 0 && low === 0) return null;
  const { dimensions } = block;
  return {
    hash: { high, low },
    scale: block.scales[ordinal]!,
    codes: block.codes.subarray(ordinal * dimensions, (ordinal + 1) * dimensions),
  };
}
