import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportItem } from '../contract';
import { readCsv } from './csv';
import { readHtml } from './html';
import { loadHtmlConverter } from './html-to-markdown';
import { readJson, readJsonLines } from './json';
import { readMarkdown } from './markdown';
import { kindFromPath, localeFromPath } from './place';

let convert: Awaited<ReturnType<typeof loadHtmlConverter>>;
beforeAll(async () => {
  convert = await loadHtmlConverter();
});

function draft(item: ImportItem | undefined) {
  if (item?.kind !== 'article') throw new Error(JSON.stringify(item));
  return item.draft;
}

function refusals(items: Iterable<ImportItem>) {
  return [...items].flatMap((item) => (item.kind === 'refused' ? [[item.where, item.why, item.detail]] : []));
}

async function all(reading: AsyncIterable<ImportItem>): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  for await (const item of reading) items.push(item);
  return items;
}

/** Of JSON lines, which come some at a time. */
function itemsOf(path: string, text: string): Promise<ImportItem[]> {
  const [first = '', ...others] = text.split('\n');
  async function* lines() {
    yield [first];
    yield others;
  }
  return all(readJsonLines({ path, lines: lines() }, convert));
}

/** A table in parts that end anywhere. */
function table(path: string, text: string, partLength = 7) {
  async function* parts() {
    for (let at = 0; at < text.length; at += partLength) yield text.slice(at, at + partLength);
  }
  return { path, parts: parts() };
}

describe('Markdown files', () => {
  it('take every field of the front matter', () => {
    const text = `---
id: holiday
title: Holiday returns
kind: policy
locale: en_us
market: [EU, UK]
audience: internal
labels: returns, holidays
owner: Priya Nair
verifiedAt: 2026-10-01T09:00:00Z
verifyEveryDays: 30
validFrom: 2026-11-01
validUntil: 2026-12-24
dateBasis: order-date
updatedAt: 2026-10-02T08:00:00Z
productScope: [Tents]
---
Long window.
`;
    expect(draft(readMarkdown({ path: 'a/b.md', text }))).toEqual({
      where: 'a/b.md',
      externalId: 'holiday',
      scope: 'a/',
      url: null,
      updatedAt: '2026-10-02T08:00:00Z',
      verification: { at: '2026-10-01T09:00:00Z', by: 'Priya Nair', everyDays: 30 },
      content: {
        kind: 'policy',
        title: 'Holiday returns',
        body: 'Long window.',
        locale: 'en-US',
        market: ['EU', 'UK'],
        brand: null,
        productScope: ['Tents'],
        tags: ['returns', 'holidays'],
        audience: 'internal',
        status: 'published',
        owner: 'Priya Nair',
        validFrom: '2026-11-01',
        validUntil: '2026-12-24',
        dateBasis: 'order-date',
        example: null,
      },
    });
  });

  it('take the title from the first heading, and do not show it twice', () => {
    const read = draft(
      readMarkdown({ path: 'refunds.md', text: '# Refund times\r\n\r\n5 days.\r\n\r\n# More\r\n' }),
    );
    expect(read.content).toMatchObject({ title: 'Refund times', body: '5 days.\n\n# More', kind: 'policy' });
    expect(draft(readMarkdown({ path: 'help/how_to-pay.md', text: 'By card.' })).content.title).toBe(
      'How to pay',
    );
  });

  it('refuse what must not be guessed: an audience, a date, broken YAML', () => {
    const read = (front: string) => readMarkdown({ path: 'a.md', text: `---\n${front}\n---\nText` });
    expect(read('audience: managment')).toMatchObject({
      why: 'unknown-value',
      detail: 'audience: managment',
    });
    expect(read('validUntil: 2026-02-30')).toMatchObject({
      why: 'unknown-value',
      detail: 'validUntil: 2026-02-30',
    });
    expect(read('kind: banana')).toMatchObject({ why: 'unknown-value', detail: 'kind: banana' });
    expect(read('title: [open')).toMatchObject({ kind: 'refused', why: 'bad-front-matter' });
    expect(read('- a\n- b')).toMatchObject({ kind: 'refused', why: 'bad-front-matter' });
  });

  it('keep a rule at the top for what it is', () => {
    expect(draft(readMarkdown({ path: 'a.md', text: 'Text\n\n---\n\nMore' })).content.body).toBe(
      'Text\n\n---\n\nMore',
    );
  });
});

describe('HTML pages', () => {
  it('become Markdown with headings, lists, links and tables, and nothing that runs', async () => {
    const text = `<html lang="de"><head><title>Versand</title><style>p{}</style></head><body>
      <nav>Start</nav><script>steal()</script>
      <p onclick="steal()">Wir liefern mit <b>DHL</b>&nbsp;in <a href="javascript:steal()">2 Tagen</a>.
      <a href="https://shop.example/a_(b)">Mehr</a></p>
      <table><tr><th>Land</th><th>Preis</th></tr><tr><td>DE</td><td>4,95&nbsp;€ | frei ab 50</td></tr></table>
      <ul><li>eins</li><li>zwei</li></ul><iframe src="https://evil.example"></iframe><img src="x" onerror="steal()" alt="Paket">
      </body></html>`;
    const { content } = draft(await readHtml({ path: 'x/versand.html', text }, convert));
    expect(content.title).toBe('Versand');
    expect(content.locale).toBe('de');
    expect(content.body).not.toMatch(/steal|evil|Start|<[a-z]/);
    expect(content.body).toContain('Wir liefern mit **DHL** in 2 Tagen');
    expect(content.body).toContain('[Mehr](https://shop.example/a_(b%29)');
    expect(content.body).toContain('| Land | Preis |\n| --- | --- |\n| DE | 4,95 € \\| frei ab 50 |');
    expect(content.body).toMatch(/- {1,3}eins\n- {1,3}zwei/);
    expect(content.body).toContain('Paket');
  });

  it('keep placeholders free of backslashes', () => {
    const { markdown } = convert(
      '<p>Hi {{ticket.requester.first_name}}, order_number {{x.orders[0].name}}</p>',
    );
    expect(markdown).toBe('Hi {{ticket.requester.first_name}}, order\\_number {{x.orders[0].name}}');
  });

  it('with no words are refused', async () => {
    const page = { path: 'a.html', text: '<p><script>x()</script></p>' };
    expect(await readHtml(page, convert)).toMatchObject({ why: 'missing-text' });
  });
});

describe('CSV files', () => {
  it('map columns by their names, in several languages and with any separator', async () => {
    const text =
      'Frage;Antwort;Sprache;Labels\nWo ist mein Paket?;"In der Regel\n2 Tage; selten 3";de;versand|paket\n';
    const [item] = await all(readCsv(table('faq.csv', text), convert));
    expect(draft(item)).toMatchObject({
      externalId: 'faq.csv#2',
      content: {
        kind: 'faq',
        title: 'Wo ist mein Paket?',
        body: 'In der Regel\n2 Tage; selten 3',
        locale: 'de',
        tags: ['versand', 'paket'],
      },
    });
  });

  it('of replies become canned replies with slots and their line breaks', async () => {
    const text = 'Macro name,Response text\nHello,"Hi {{ticket.customer.firstname}},\nthanks!"\n';
    const [item] = await all(readCsv(table('export.csv', text), convert));
    expect(draft(item).content).toMatchObject({
      kind: 'canned-reply',
      body: 'Hi {{customer.first_name}},  \nthanks!',
    });
  });

  it('lose no row: ragged, empty, unknown and broken ones are named with the reason', async () => {
    const text =
      'id,title,text,audience\n1,A,One,public\n2,B,Two,public,extra\n3,C,,public\n4,D,Four,martians\n5,E\n6,F,"Six\n';
    const items = await all(readCsv(table('t.csv', text), convert));
    expect(items.filter((item) => item.kind === 'article')).toHaveLength(1);
    expect(refusals(items)).toEqual([
      ['t.csv, row 3', 'ragged-row', '5 > 4'],
      ['t.csv, row 4', 'missing-text', 'C'],
      ['t.csv, row 5', 'unknown-value', 'audience: martians'],
      ['t.csv, row 6', 'missing-text', 'E'],
      ['t.csv, row 7', 'bad-row', 'MissingQuotes'],
    ]);
  });

  it('are read in parts, wherever a part ends, blank rows and quotes included', async () => {
    const answer = (at: number) => `Line "${at}",\r\n${'é€😀 '.repeat(at % 90)}end`;
    const count = 6_000;
    const rows = Array.from(
      { length: count },
      (_, at) => `${at},Q${at},"${answer(at).replaceAll('"', '""')}"\r\n${at % 50 === 0 ? '\r\n' : ''}`,
    );
    const text = `id,title,text\r\n${rows.join('')}`;
    expect(text.length).toBeGreaterThan(900_000);
    const items = await all(readCsv(table('long.csv', text, 9_973), convert));
    expect(items.map((item) => draft(item).content.body)).toEqual(rows.map((_, at) => answer(at)));
    expect(draft(items[count - 1]).where).toBe(`long.csv, row ${count + 1}`);
  });

  it('with a quote that never closes are read up to it', async () => {
    const good = Array.from({ length: 9_000 }, (_, at) => `Q${at},${'Text '.repeat(8)}${at}\n`).join('');
    const text = `title,text\n${good}Last,"${'never\n'.repeat(200_000)}`;
    const items = await all(readCsv(table('open.csv', text, 65_536), convert));
    expect(items).toHaveLength(9_001);
    expect(refusals(items)).toEqual([['open.csv, row 9002', 'bad-row', 'MissingQuotes']]);
  });

  it('without a column for the text are refused whole, with the columns named', async () => {
    const items = await all(readCsv(table('t.tsv', 'query-id\tcorpus-id\n1\t2\n3\t4\n'), convert));
    expect(items).toMatchObject([{ why: 'no-known-columns', detail: 'query-id, corpus-id', rows: 2 }]);
  });
});

describe('JSON files', () => {
  it('are read as a list, a map, or a list inside', async () => {
    const list = [{ id: 'a', question: 'Q?', answer: 'A.' }];
    for (const value of [list, { articles: list }, { a: { question: 'Q?', answer: 'A.' } }]) {
      const items = await all(readJson({ path: 'f.json', text: JSON.stringify(value) }, convert));
      expect(draft(items[0])).toMatchObject({ externalId: 'f.json#a', content: { title: 'Q?', body: 'A.' } });
    }
  });

  it('of other records are written out, nothing left behind', async () => {
    const tent = {
      sku: 'T-1',
      name: 'Tent',
      description: 'For two.',
      price: 129.9,
      care: { wash: 'no', dry: ['shade', 'air'] },
    };
    const [item] = await all(readJson({ path: 'x.json', text: JSON.stringify([tent]) }, convert));
    const { content } = draft(item);
    expect(content).toMatchObject({ kind: 'product', title: 'Tent' });
    for (const word of ['T-1', 'For two.', '129.9', 'no', 'shade, air']) expect(content.body).toContain(word);
  });

  it('about people are refused, file by file or row by row', async () => {
    const customers = JSON.stringify({ a: { name: { first_name: 'A' } }, b: { name: { first_name: 'B' } } });
    expect(await all(readJson({ path: 'c.json', text: customers }, convert))).toMatchObject([
      { why: 'personal-data', rows: 2 },
    ]);
    const mixed = '{"title":"A","text":"a"}\n{"title":"B","text":"b"}\n{"customerId":"1","text":"hi"}\n';
    expect(refusals(await itemsOf('m.jsonl', mixed))).toEqual([
      ['m.jsonl, line 3', 'personal-data', 'customerId'],
    ]);
  });

  it('about a shop itself are knowledge, address and all', async () => {
    const shops = JSON.stringify([
      { name: 'Berlin', address: 'Torstr. 1', phone: '+49 30 1', email: 'berlin@shop.example' },
    ]);
    expect(
      draft((await all(readJson({ path: 'stores.json', text: shops }, convert)))[0]).content.body,
    ).toContain('Torstr. 1');
  });

  it('that are broken are refused, whole or by the line', async () => {
    expect(refusals(await all(readJson({ path: 'a.json', text: '{"a":' }, convert)))).toEqual([
      ['a.json', 'bad-json', null],
    ]);
    expect(refusals(await all(readJson({ path: 'a.json', text: '[]' }, convert)))).toEqual([
      ['a.json', 'missing-text', null],
    ]);
    expect(refusals(await all(readJson({ path: 'a.json', text: '[1,2]' }, convert)))).toEqual([
      ['a.json', 'unexpected-shape', null],
    ]);
    expect(refusals(await itemsOf('a.jsonl', '\n3\n{'))).toEqual([
      ['a.jsonl, line 2', 'unexpected-shape', null],
      ['a.jsonl, line 3', 'bad-json', null],
    ]);
  });
});

describe('the place of a file', () => {
  it('tells kind and language', () => {
    expect(kindFromPath('help/returns_policy.md')).toBe('policy');
    expect(kindFromPath('team/playbooks/angry.md')).toBe('procedure');
    expect(kindFromPath('canned/hello.md')).toBe('canned-reply');
    expect(kindFromPath('help/login.md')).toBe('faq');
    expect(localeFromPath('help/pt-br/x.md')).toBe('pt-BR');
    expect(localeFromPath('help/x.de.md')).toBe('de');
    expect(localeFromPath('faq/x.md')).toBe('');
  });
});
