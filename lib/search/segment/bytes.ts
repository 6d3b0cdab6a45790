/** A growing byte buffer with variable-byte integers (seven bits a byte, low first, high bit = more follows). */
export class ByteWriter {
  private bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  constructor(capacity = 64) {
    this.bytes = new Uint8Array(capacity);
  }

  byte(value: number): void {
    if (this.length === this.bytes.length) this.grow(this.length + 1);
    this.bytes[this.length++] = value;
  }

  /** 16 bits, low byte first. */
  word(value: number): void {
    this.byte(value & 0xff);
    this.byte(value >>> 8);
  }

  varint(value: number): void {
    if (this.length + 5 > this.bytes.length) this.grow(this.length + 5);
    let rest = value;
    while (rest >= 0x80) {
      this.bytes[this.length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  append(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.bytes.length) this.grow(this.length + bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Empty again, with the room that it has; what `view` gave is written over. */
  clear(): void {
    this.length = 0;
  }

  view(): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(0, this.length);
  }

  private grow(needed: number): void {
    this.bytes = grown(this.bytes, needed);
  }
}

/** The same in at least twice as much room. */
export function grown<T extends Uint8Array | Uint32Array | Int32Array | Float32Array>(
  from: T,
  needed = 0,
): T {
  const larger = new (from.constructor as new (length: number) => T)(Math.max(needed, 2 * from.length));
  larger.set(from);
  return larger;
}

/**
 * Sum over 32-bit words, about half a millisecond a megabyte. Each step is a bijection of the sum and of the word, so
 * that a change within one word is always seen.
 */
export function checksum(words: Uint32Array): number {
  let sum = words.length;
  for (let i = 0; i < words.length; i++) sum = Math.imul(((sum << 5) | (sum >>> 27)) ^ words[i]!, 0x9e3779b1);
  return sum >>> 0;
}
