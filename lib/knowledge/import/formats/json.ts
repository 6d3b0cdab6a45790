import { type ImportItem, refuse } from '../contract';
import { mapFields } from './fields';
import type { HtmlConverter } from './html-to-markdown';
import { readMetadata, usualAudience } from './metadata';
import { findPersonalData } from './personal-data';
import { guessFrom, type PlacedLines, type PlacedText, titleFromPath } from './place';
import { humanise } from './plain-text';
import { isRecord, type JsonRecord, renderRecord, splitRecord } from './render-record';
import { refuseValue, rowToItem } from './to-draft';

interface Entry {
  readonly record: JsonRecord;
  /** Key in the map, or number in the list. */
  readonly key: string;
  readonly where: string;
  /** Title when the record has none. */
  readonly title: string | null;
}

/** At most so many records are looked at to tell whether a file is about people. */
const sampleSize = 200;

/** One JSON value a line, read as it goes. Lines that are not JSON are refused one by one. */
export async function* readJsonLines(
  { path, lines }: PlacedLines,
  convert: HtmlConverter,
): AsyncGenerator<ImportItem> {
  let number = 0;
  let rows = 0;
  let people: readonly JsonRecord[] | null = null;
  for await (const some of lines) {
    if (number === 0) {
      const sample = some.slice(0, sampleSize).map(parseJson).filter(isRecord);
      if (isAboutPeople(sample)) people = sample;
    }
    for (const line of some) {
      number++;
      if (line.trim() === '') continue;
      rows++;
      if (people !== null) continue;
      const where = `${path}, line ${number}`;
      const value = parseJson(line);
      if (value === undefined) yield refuse(where, 'bad-json');
      else if (!isRecord(value)) yield refuse(where, 'unexpected-shape');
      else yield* readEntry(path, { record: value, key: String(number), where, title: null }, convert);
    }
  }
  if (people !== null) yield refusePeople(path, people, rows);
  else if (rows === 0) yield refuse(path, 'missing-text');
}

/** A list or a map of records, an object that holds one, or one record. */
export async function* readJson(
  { path, text }: PlacedText,
  convert: HtmlConverter,
): AsyncGenerator<ImportItem> {
  const value = parseJson(text);
  if (value === undefined) yield refuse(path, 'bad-json');
  else if (isEmpty(value)) yield refuse(path, 'missing-text');
  else if (Array.isArray(value) && value.every(isRecord))
    yield* readEntries(path, fromList(path, value), convert);
  else if (isRecord(value)) yield* readEntries(path, fromObject(path, value), convert);
  else yield refuse(path, 'unexpected-shape');
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // JSON.parse only tells by throwing; the caller names the line.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function fromList(path: string, records: readonly JsonRecord[]): Entry[] {
  return records.map((record, at) => ({
    record,
    key: String(at + 1),
    where: `${path}, entry ${at + 1}`,
    title: null,
  }));
}

const containers = [
  'articles',
  'items',
  'data',
  'records',
  'macros',
  'products',
  'results',
  'entries',
  'faqs',
];

function fromObject(path: string, value: JsonRecord): Entry[] {
  for (const name of containers) {
    const list = value[name];
    if (Array.isArray(list) && list.length > 0 && list.every(isRecord)) return fromList(path, list);
  }
  const fields = Object.entries(value);
  if (fields.length > 0 && fields.every(([, each]) => isRecord(each))) {
    return fields.map(([key, record]) => ({
      record: record as JsonRecord,
      key,
      where: `${path}, ${key}`,
      title: humanise(key),
    }));
  }
  return [{ record: value, key: 'file', where: path, title: titleFromPath(path) }];
}

async function* readEntries(
  path: string,
  entries: readonly Entry[],
  convert: HtmlConverter,
): AsyncGenerator<ImportItem> {
  const sample = entries.slice(0, sampleSize).map(({ record }) => record);
  if (isAboutPeople(sample)) yield refusePeople(path, sample, entries.length);
  else for (const entry of entries) yield* readEntry(path, entry, convert);
}

/** Customers and orders next to the knowledge in one export: the file is one refusal, not hundreds. */
function isAboutPeople(records: readonly JsonRecord[]): boolean {
  const personal = records.filter((record) => findPersonalData(record) !== null);
  return personal.length > records.length / 2;
}

function refusePeople(path: string, records: readonly JsonRecord[], rows: number): ImportItem {
  const key = records.map((record) => findPersonalData(record)).find((each) => each !== null);
  return refuse(path, 'personal-data', key ?? null, rows);
}

async function* readEntry(path: string, entry: Entry, convert: HtmlConverter): AsyncGenerator<ImportItem> {
  const { record, where } = entry;
  const personal = findPersonalData(record);
  if (personal !== null) {
    yield refuse(where, 'personal-data', personal);
    return;
  }
  const read = readMetadata(withoutNested(record), guessFrom(path));
  if (!read.ok) {
    yield refuseValue(where, read.error);
    return;
  }
  const metadata = read.value;
  const place = { path, where, fallbackId: entry.key };
  if (isArticle(record, metadata.body)) {
    yield await rowToItem({ ...metadata, title: metadata.title ?? entry.title }, place, convert);
    return;
  }
  const title = metadata.title ?? entry.title ?? titleFromPath(path);
  const saysAudience = mapFields(Object.keys(record)).has('audience');
  for (const part of splitRecord(record, title)) {
    const body = renderRecord(part.record);
    const kind = kindOf(part.record, metadata.content.kind);
    const audience = saysAudience ? metadata.content.audience : usualAudience(kind);
    const content = { ...metadata.content, kind, audience };
    const id = metadata.id ?? entry.key;
    const fallbackId = part.key === null ? id : `${id}/${part.key}`;
    const partPlace = { ...place, where: part.key === null ? where : `${where}, ${part.key}`, fallbackId };
    yield await rowToItem(
      { ...metadata, id: fallbackId, title: part.title, body, content },
      partPlace,
      convert,
    );
  }
}

/** Its words stand in one field, and nothing would be lost by taking only them. */
function isArticle(record: JsonRecord, body: string | null): boolean {
  if (body === null) return false;
  const fields = mapFields(Object.keys(record));
  const known = new Set(fields.values());
  // A product's description says little without its price.
  const isDescription = fields.get('body')?.toLowerCase() === 'description';
  if (isDescription && Object.keys(record).some((key) => !known.has(key))) return false;
  return !Object.values(record).some(
    (value) => isRecord(value) || (Array.isArray(value) && value.some(isRecord)),
  );
}

function withoutNested(record: JsonRecord): JsonRecord {
  return Object.fromEntries(
    Object.entries(record).filter(([key, value]) => !isRecord(value) || key === 'example'),
  );
}

function kindOf<K extends string>(record: JsonRecord, guess: K): K | 'product' | 'procedure' {
  const keys = new Set(Object.keys(record).map((key) => key.toLowerCase()));
  if (['variants', 'sku', 'price'].some((key) => keys.has(key))) return 'product';
  if (['actions', 'steps'].some((key) => keys.has(key))) return 'procedure';
  return guess;
}
