import { type Importer, type ImportItem, type RefusalCode, refuse } from '../contract';
import type { HtmlConverter } from '../formats/html-to-markdown';
import type { PlacedParts, PlacedText } from '../formats/place';
import { decodeText } from './decode-text';
import { linesOf, openParts } from './read-parts';
import type { SourceFile } from './source-file';

export interface FilesInput {
  readonly files: readonly SourceFile[];
  readonly convert: HtmlConverter;
}

/** Larger text files are exports of something else; the longest help centre that was seen as one file has 9 MB. */
const largestFile = 50_000_000;

type ReadWhole = (file: PlacedText, convert: HtmlConverter) => AsyncIterable<ImportItem>;
type ReadByPart = (file: PlacedParts, convert: HtmlConverter) => AsyncIterable<ImportItem>;
type Reader = { readonly whole: ReadWhole } | { readonly byPart: ReadByPart };

/** Parsers are loaded when the first file of their kind comes along. */
const readers: Record<string, () => Promise<Reader>> = {
  md: loadMarkdown,
  markdown: loadMarkdown,
  txt: loadMarkdown,
  html: loadHtml,
  htm: loadHtml,
  csv: loadCsv,
  tsv: loadCsv,
  json: async () => ({ whole: (await import('../formats/json')).readJson }),
  jsonl: loadJsonLines,
  ndjson: loadJsonLines,
};

/** Endings that the picker offers. */
export const fileEndings: readonly string[] = Object.keys(readers).map((ending) => `.${ending}`);

/** Files and folders from this computer. */
export const files: Importer<FilesInput> = {
  id: 'files',
  name: 'Files and folders',
  async *open(input, signal) {
    const total = input.files.length;
    for (const [done, file] of input.files.entries()) {
      if (signal.aborted) return;
      yield { kind: 'progress', done, total };
      yield* readFile(file, input.convert);
    }
    yield { kind: 'progress', done: total, total };
  },
};

async function* readFile(file: SourceFile, convert: HtmlConverter): AsyncGenerator<ImportItem> {
  const { path } = file;
  const name = path.split('/').at(-1) ?? path;
  const load = readers[name.split('.').at(-1)?.toLowerCase() ?? ''];
  const early = refuseEarly(file, name, load !== undefined);
  if (early !== null) {
    yield refuse(path, early);
    return;
  }
  const reader = await loadOnce(load!);
  try {
    if ('whole' in reader) yield* readWhole(file, reader.whole, convert);
    else yield* readByPart(file, reader.byPart, convert);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    yield refuse(path, 'unreadable-file', error.message);
  }
}

async function* readWhole(file: SourceFile, read: ReadWhole, convert: HtmlConverter) {
  const { path } = file;
  const text = decodeText(await bytesOf(file));
  if (text === null) yield refuse(path, 'not-text');
  else if (text.trim() === '') yield refuse(path, 'missing-text');
  else yield* read({ path, text }, convert);
}

async function* readByPart(file: SourceFile, read: ReadByPart, convert: HtmlConverter) {
  const { path } = file;
  const parts = await openParts(sizeOf(file), (from, to) => bytesOf(file, from, to));
  if (parts === null) yield refuse(path, 'not-text');
  else yield* read({ path, parts }, convert);
}

class Unreadable extends Error {}

async function bytesOf(file: SourceFile, from?: number, to?: number): Promise<Uint8Array> {
  if ('unreadable' in file) throw new Unreadable(file.unreadable);
  try {
    return new Uint8Array(await file.bytes.slice(from, to).arrayBuffer());
  } catch (reason) {
    // Moved, deleted or locked since it was chosen: the browser says so by rejecting with a DOMException.
    throw new Unreadable(reason instanceof Error ? reason.name : undefined);
  }
}

function sizeOf(file: SourceFile): number {
  return 'unreadable' in file ? 0 : file.bytes.size;
}

const loaded = new Map<() => Promise<Reader>, Reader>();

/** Asking for a module again costs a turn of the loop each time, which thousands of files would feel. */
async function loadOnce(load: () => Promise<Reader>): Promise<Reader> {
  const reader = loaded.get(load) ?? (await load());
  loaded.set(load, reader);
  return reader;
}

function refuseEarly(file: SourceFile, name: string, isKnown: boolean): RefusalCode | null {
  if (/^(readme|licen[cs]e|changelog|contributing|notice)(\.|$)/i.test(name) || name.startsWith('.')) {
    return 'housekeeping-file';
  }
  if (!isKnown) return 'unsupported-format';
  return sizeOf(file) > largestFile ? 'too-large' : null;
}

async function loadMarkdown(): Promise<Reader> {
  const { readMarkdown } = await import('../formats/markdown');
  return {
    async *whole(file) {
      yield readMarkdown(file);
    },
  };
}

async function loadHtml(): Promise<Reader> {
  const { readHtml } = await import('../formats/html');
  return {
    async *whole(file, convert) {
      yield await readHtml(file, convert);
    },
  };
}

async function loadCsv(): Promise<Reader> {
  return { byPart: (await import('../formats/csv')).readCsv };
}

async function loadJsonLines(): Promise<Reader> {
  const { readJsonLines } = await import('../formats/json');
  return { byPart: ({ path, parts }, convert) => readJsonLines({ path, lines: linesOf(parts) }, convert) };
}
