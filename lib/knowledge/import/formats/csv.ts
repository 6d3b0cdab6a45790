import { readCell } from '../../csv';
import { type ImportItem, refuse } from '../contract';
import { readCsvRows } from './csv-rows';
import { mapFields, speaksOfReplies } from './fields';
import type { HtmlConverter } from './html-to-markdown';
import { readMetadata } from './metadata';
import { guessFrom, kindFromPath, type PlacedParts } from './place';
import { refuseValue, rowToItem } from './to-draft';

/** A table with a header row, one article a row, read as it goes. */
export async function* readCsv(
  { path, parts }: PlacedParts,
  convert: HtmlConverter,
): AsyncGenerator<ImportItem> {
  const rows = readCsvRows(parts);
  const first = await rows.next();
  if (first.done) {
    yield refuse(path, 'missing-text');
    return;
  }
  const header = first.value.cells;
  const fields = mapFields(header);
  if (!fields.has('body')) {
    let count = 0;
    for await (const _ of rows) count++;
    yield refuse(path, 'no-known-columns', header.join(', ').slice(0, 200), Math.max(1, count));
    return;
  }
  const said = kindFromPath(path);
  const kind = said === 'faq' && speaksOfReplies(header) ? 'canned-reply' : said;

  // The header is line 1; a cell with line breaks makes the file's own lines run ahead of this count.
  let number = 1;
  for await (const { cells, problem } of rows) {
    number++;
    const where = `${path}, row ${number}`;
    if (problem !== null) yield refuse(where, 'bad-row', problem);
    else if (cells.slice(header.length).some((cell) => cell.trim() !== '')) {
      yield refuse(where, 'ragged-row', `${cells.length} > ${header.length}`);
    } else {
      const record = Object.fromEntries(header.map((name, column) => [name, readCell(cells[column] ?? '')]));
      const read = readMetadata(record, { ...guessFrom(path), kind });
      if (!read.ok) yield refuseValue(where, read.error);
      else yield await rowToItem(read.value, { path, where, fallbackId: String(number) }, convert);
    }
  }
}
