import { type ParseResult, Parser, parse } from 'papaparse';

export interface CsvRow {
  readonly cells: readonly string[];
  /** The parser's code for what is wrong with it. */
  readonly problem: string | null;
}

/** Characters parsed at a time: enough to tell a table's delimiter by, and so few that they are thrown away young. */
const blockLength = 262_144;

/** Rows of a table that is never held as a whole, blank ones left out. Its beginning tells delimiter and line ends. */
export async function* readCsvRows(texts: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  let parser: Parser | null = null;
  let block = '';
  let enough = blockLength;
  for await (const text of texts) {
    block += text;
    if (block.length < enough) continue;
    parser ??= createParser(block);
    const read: ParseResult<string[]> = parser.parse(block, 0, true);
    yield* rowsOf(read);
    block = block.slice(read.meta.cursor);
    // A row that never ends would else be parsed again with every part.
    enough = Math.max(blockLength, 2 * block.length);
  }
  parser ??= createParser(block);
  yield* rowsOf(parser.parse(block, 0, false));
}

/** Commas, semicolons and tabs are told apart by the library. */
function createParser(beginning: string): Parser {
  const { delimiter, linebreak } = parse(beginning, { preview: 1, skipEmptyLines: 'greedy' }).meta;
  return new Parser({ delimiter, newline: linebreak as '\n' });
}

function* rowsOf({ data, errors }: ParseResult<string[]>): Generator<CsvRow> {
  const broken = new Map(errors.map(({ row, code }) => [row, code]));
  for (const [at, cells] of data.entries()) {
    if (cells.some((cell) => cell.trim() !== '')) yield { cells, problem: broken.get(at) ?? null };
  }
}
