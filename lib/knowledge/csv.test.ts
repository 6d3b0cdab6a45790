import { parse } from 'papaparse';
import { describe, expect, it } from 'vitest';
import { anArticle } from '@/test/support/draft-fixtures';
import { readCell, toCsv } from './csv';

const rowsOf = (csv: string) => parse<Record<string, string>>(csv, { header: true }).data;

describe('articles as a table', () => {
  const hostile = [
    '=1+1',
    '=HYPERLINK("https://evil.example","x")',
    '+49 30',
    '-2 days',
    '@SUM(A1)',
    '\t=1',
    "'=1",
    "''@x",
  ];

  it.each(hostile)('fault 47: %j runs in no spreadsheet, and comes back as it was', (cell) => {
    const [row] = rowsOf(toCsv([anArticle({ title: cell, body: `${cell}\nmore`, tags: [cell] })]));
    for (const name of ['title', 'body', 'tags']) expect(row?.[name]).toMatch(/^'/u);
    expect(readCell(row!.title!)).toBe(cell);
    expect(readCell(row!.body!)).toBe(`${cell}\nmore`);
  });

  it('leaves other words alone, commas, quotes and breaks included', () => {
    const body = 'Say "no", then\nwait 3 days; that’s all.';
    const [row] = rowsOf(toCsv([anArticle({ title: "It's fine", body, market: ['UK', 'EU'] })]));
    expect(row).toMatchObject({ title: "It's fine", body, market: 'UK, EU', kind: 'policy' });
    expect(readCell(row!.title!)).toBe("It's fine");
  });
});
