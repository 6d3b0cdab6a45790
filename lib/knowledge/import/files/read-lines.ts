import { createEncodingTeller, partBytes } from './decode-text';
import type { SourceFile } from './source-file';

/** Bytes asked for at a time. */
const readBytes = 262_144;

/**
 * The lines of a file that is never held as a whole, some at a time and without their ends; `null` when it is no text.
 * Reads it twice: its last byte may tell its encoding. Rejects when the file cannot be read.
 */
export async function openLines(file: SourceFile): Promise<AsyncIterable<readonly string[]> | null> {
  const teller = createEncodingTeller();
  for await (const part of readParts(file)) teller.take(part);
  const encoding = teller.end();
  return encoding === null ? null : readLines(file, new TextDecoder(encoding));
}

async function* readParts(file: SourceFile): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += readBytes) yield await file.bytes(at, at + readBytes);
}

async function* readLines(file: SourceFile, decoder: TextDecoder): AsyncGenerator<readonly string[]> {
  let rest = '';
  for await (const part of readParts(file)) {
    for (let at = 0; at < part.length; at += partBytes) {
      const lines = decoder.decode(part.subarray(at, at + partBytes), { stream: true }).split('\n');
      lines[0] = rest + lines[0];
      rest = lines.pop() ?? '';
      if (lines.length > 0) yield lines;
    }
  }
  yield [rest + decoder.decode()];
}
