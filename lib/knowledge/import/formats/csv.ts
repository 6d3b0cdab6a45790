import { parse } from 'papaparse';
import { readCell } from '../../csv';
import { type ImportItem, refuse } from '../contract';
import { mapFields, speaksOfReplies } from './fields';
import type { HtmlConverter } from './html-to-markdown';
import { readMetadata } from './metadata';
import { guessFrom, kindFromPath, type PlacedText } from './place';
import { refuseValue, rowToItem } from './to-draft';

/** A table with a header row, one article a row. Commas, semicolons and tabs are told apart by the parser. */
export async function* readCsv(
  { path, text }: PlacedText,
  convert: HtmlConverter,
): AsyncGenerator<ImportItem> {
  const { data, errors } = parse<string[]>(text, { skipEmptyLines: 'greedy' });
  const [header, ...rows] = data;
  if (!header) {
    yield refuse(path, 'missing-text');
    return;
  }
  const fields = mapFields(header);
  if (!fields.has('body')) {
    yield refuse(path, 'no-known-columns', header.join(', ').slice(0, 200), Math.max(1, rows.length));
    return;
  }
  const said = kindFromPath(path);
  const kind = said === 'faq' && speaksOfReplies(header) ? 'canned-reply' : said;
  const broken = new Map(errors.flatMap(({ row, code }) => (row === undefined ? [] : [[row, code]])));

  for (const [at, cells] of rows.entries()) {
    // The header is line 1; a cell with line breaks makes the file's own lines run ahead of this count.
    const where = `${path}, row ${at + 2}`;
    const problem = broken.get(at + 1);
    if (problem !== undefined) yield refuse(where, 'bad-row', problem);
    else if (cells.slice(header.length).some((cell) => cell.trim() !== '')) {
      yield refuse(where, 'ragged-row', `${cells.length} > ${header.length}`);
    } else {
      const record = Object.fromEntries(header.map((name, column) => [name, readCell(cells[column] ?? '')]));
      const read = readMetadata(record, { ...guessFrom(path), kind });
      if (!read.ok) yield refuseValue(where, read.error);
      else yield await rowToItem(read.value, { path, where, fallbackId: String(at + 2) }, convert);
    }
  }
}
