import { ByteWriter } from './bytes';

const encoder = new TextEncoder();

/** Interned strings of a segment; index 0 is the empty string. Lone surrogates become U+FFFD. */
export class StringTable {
  private readonly indexOf = new Map<string, number>([['', 0]]);
  private readonly bytes = new ByteWriter(1024);
  private readonly offsets: number[] = [0, 0];

  intern(text: string): number {
    const known = this.indexOf.get(text);
    if (known !== undefined) return known;
    this.bytes.append(encoder.encode(text));
    this.offsets.push(this.bytes.length);
    this.indexOf.set(text, this.offsets.length - 2);
    return this.offsets.length - 2;
  }

  clear(): void {
    this.indexOf.clear();
    this.indexOf.set('', 0);
    this.bytes.clear();
    this.offsets.length = 2;
  }

  finish(): { strings: number; stringOffset: Uint32Array; stringBytes: Uint8Array } {
    return {
      strings: this.offsets.length - 1,
      stringOffset: Uint32Array.from(this.offsets),
      stringBytes: this.bytes.view(),
    };
  }
}
