import { humanise } from './plain-text';

export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const widestTable = 10;

/**
 * Any record as readable Markdown: plain values as a list, uniform rows (variants of a product) as a table, the rest as
 * headings and steps. Names and ids that only repeat the title are left out.
 */
export function renderRecord(record: JsonRecord, level = 2): string {
  const plain: string[] = [];
  const sections: string[] = [];
  const texts: string[] = [];
  for (const [key, value] of Object.entries(record)) {
    if (isNothing(value) || (level === 2 && isTitleKey(key))) continue;
    if (typeof value === 'string' && (value.length > 160 || value.includes('\n'))) texts.push(value.trim());
    else if (isPlain(value)) plain.push(`- **${humanise(key)}**: ${toWords(value)}`);
    else sections.push(renderSection(key, value, level));
  }
  return [...texts, plain.join('\n'), ...sections].filter((part) => part !== '').join('\n\n');
}

export interface RecordPart {
  readonly record: JsonRecord;
  readonly title: string;
  /** Key of the part, or `null` when the record was not split. */
  readonly key: string | null;
}

/**
 * A record that is a shelf rather than an article (its one nested field is a map of records with steps of their own)
 * becomes one article a part; its own values stand in each.
 */
export function splitRecord(record: JsonRecord, title: string): RecordPart[] {
  const nested = Object.entries(record).filter(([, value]) => !isPlain(value) && !isNothing(value));
  const [only] = nested;
  if (nested.length !== 1 || !only || !isRecord(only[1])) return [{ record, title, key: null }];
  const parts = Object.entries(only[1]);
  const isShelf = parts.length > 1 && parts.every(([, part]) => isRecord(part) && toTable([part]) === null);
  if (!isShelf) return [{ record, title, key: null }];
  const own = Object.fromEntries(Object.entries(record).filter(([key]) => key !== only[0]));
  return parts.map(([key, part]) => ({
    record: { ...own, ...(part as JsonRecord) },
    title: `${title}: ${humanise(key)}`,
    key,
  }));
}

function renderSection(key: string, value: unknown, level: number): string {
  const heading = `${'#'.repeat(Math.min(level, 6))} ${humanise(key)}`;
  const rows = Array.isArray(value) ? value : Object.values(value as JsonRecord);
  if (rows.length > 0 && rows.every(isRecord)) {
    const table = toTable(rows);
    if (table !== null) return `${heading}\n\n${table}`;
    if (Array.isArray(value)) return `${heading}\n\n${rows.map(renderStep).join('\n')}`;
  }
  if (isRecord(value)) return `${heading}\n\n${renderRecord(value, level + 1)}`;
  return `${heading}\n\n${rows.map((row) => `- ${isRecord(row) ? renderInline(row) : toWords(row)}`).join('\n')}`;
}

/** One record of a list as a numbered step: its text first, what hangs on it below. */
function renderStep(step: JsonRecord, at: number): string {
  const textKey = ['text', 'body', 'description', 'instruction', 'title', 'name'].find(
    (key) => typeof step[key] === 'string' && step[key] !== '',
  );
  const others = Object.entries(step).filter(([key, value]) => key !== textKey && !isNothing(value));
  const notes = others.filter(([, value]) => isPlain(value) && !Array.isArray(value));
  const lists = others.filter(([, value]) => !isPlain(value) || Array.isArray(value));
  const text = textKey === undefined ? '' : oneLine(String(step[textKey]));
  const aside = notes.map(([key, value]) => `${humanise(key).toLowerCase()}: ${toWords(value)}`).join('; ');
  const line = `${at + 1}. ${text}${text && aside ? ` (${aside})` : aside}`;
  const below = lists.flatMap(([, value]) =>
    (Array.isArray(value) ? value : [value]).map(
      (each) => `   - ${isRecord(each) ? renderInline(each) : toWords(each)}`,
    ),
  );
  return [line, ...below].join('\n');
}

function renderInline(record: JsonRecord): string {
  return Object.entries(flatten(record))
    .map(([key, value]) => `${humanise(key)}: ${toWords(value)}`)
    .join('; ');
}

/** Rows of plain values as a table, or `null` when they are too deep or too wide for one. */
function toTable(rows: readonly JsonRecord[]): string | null {
  const flat = rows.map(flatten);
  if (!flat.every((row) => Object.values(row).every((value) => isPlain(value) && !isLong(value))))
    return null;
  const columns = [...new Set(flat.flatMap(Object.keys))];
  if (columns.length === 0 || columns.length > widestTable) return null;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(humanise)),
    line(columns.map(() => '---')),
    ...flat.map((row) => line(columns.map((column) => toWords(row[column]).replaceAll('|', '\\|')))),
  ].join('\n');
}

/** One level of nesting is drawn up: `options.color` becomes `color` when no other column has that name. */
function flatten(record: JsonRecord): JsonRecord {
  const flat: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) {
    if (!isRecord(value)) {
      flat[key] = value;
      continue;
    }
    for (const [inner, each] of Object.entries(value)) {
      flat[inner in record || inner in flat ? `${key} ${inner}` : inner] = each;
    }
  }
  return flat;
}

function isPlain(value: unknown): boolean {
  if (Array.isArray(value))
    return value.every((each) => !isRecord(each) && !Array.isArray(each) && !isLong(each));
  return !isRecord(value);
}

function isLong(value: unknown): boolean {
  return typeof value === 'string' ? value.length > 160 : Array.isArray(value) && toWords(value).length > 160;
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return Array.isArray(value) ? value.length === 0 : isRecord(value) && Object.keys(value).length === 0;
}

function isTitleKey(key: string): boolean {
  return ['name', 'title', 'id', 'key', 'slug'].includes(key.toLowerCase());
}

function toWords(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(toWords).join(', ');
  return oneLine(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
