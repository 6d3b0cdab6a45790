import { createEncodingTeller, partBytes } from './decode-text';

type ReadBytes = (from: number, to: number) => Promise<Uint8Array>;

/** Bytes asked for at a time. */
const readBytes = 262_144;

/**
 * The text of a file that is never held as a whole, in parts that end anywhere; `null` when it is no text. Reads it twice:
 * its last byte may tell its encoding. Rejects when the file cannot be read.
 */
export async function openParts(size: number, read: ReadBytes): Promise<AsyncIterable<string> | null> {
  const teller = createEncodingTeller();
  for await (const part of readAll(size, read)) teller.take(part);
  const encoding = teller.end();
  return encoding === null ? null : decodeParts(readAll(size, read), new TextDecoder(encoding));
}

/** The same as lines, some at a time and without their ends. */
export async function* linesOf(parts: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let rest = '';
  for await (const part of parts) {
    const lines = part.split('\n');
    lines[0] = rest + lines[0];
    rest = lines.pop() ?? '';
    if (lines.length > 0) yield lines;
  }
  yield [rest];
}

async function* readAll(size: number, read: ReadBytes): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size; at += readBytes) yield await read(at, at + readBytes);
}

async function* decodeParts(parts: AsyncIterable<Uint8Array>, decoder: TextDecoder): AsyncGenerator<string> {
  for await (const part of parts) {
    for (let at = 0; at < part.length; at += partBytes)
      yield decoder.decode(part.subarray(at, at + partBytes), { stream: true });
  }
  yield decoder.decode();
}
