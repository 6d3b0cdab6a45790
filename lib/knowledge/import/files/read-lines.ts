import { createEncodingTeller, partBytes } from './decode-text';

type ReadBytes = (from: number, to: number) => Promise<Uint8Array>;

/** Bytes asked for at a time. */
const readBytes = 262_144;

/**
 * The lines of a file that is never held as a whole, some at a time and without their ends; `null` when it is no text.
 * Reads it twice: its last byte may tell its encoding. Rejects when the file cannot be read.
 */
export async function openLines(
  size: number,
  read: ReadBytes,
): Promise<AsyncIterable<readonly string[]> | null> {
  const teller = createEncodingTeller();
  for await (const part of readParts(size, read)) teller.take(part);
  const encoding = teller.end();
  return encoding === null ? null : readLines(readParts(size, read), new TextDecoder(encoding));
}

async function* readParts(size: number, read: ReadBytes): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size; at += readBytes) yield await read(at, at + readBytes);
}

async function* readLines(
  parts: AsyncIterable<Uint8Array>,
  decoder: TextDecoder,
): AsyncGenerator<readonly string[]> {
  let rest = '';
  for await (const part of parts) {
    for (let at = 0; at < part.length; at += partBytes) {
      const lines = decoder.decode(part.subarray(at, at + partBytes), { stream: true }).split('\n');
      lines[0] = rest + lines[0];
      rest = lines.pop() ?? '';
      if (lines.length > 0) yield lines;
    }
  }
  yield [rest + decoder.decode()];
}
