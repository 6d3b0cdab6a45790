import { describe, expect, it } from 'vitest';
import type { ImportItem } from '../contract';
import { decodeText } from './decode-text';
import { files } from './importer';
import { type FileBytes, filesFromPicker, type SourceFile } from './source-file';

const noHtml = () => {
  throw new Error('There is no HTML here.');
};

async function read(...input: SourceFile[]): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  const reading = files.open({ files: input, convert: noHtml }, new AbortController().signal);
  for await (const item of reading) items.push(item);
  return items.filter((item) => item.kind !== 'progress');
}

function file(path: string, bytes: Uint8Array<ArrayBuffer>): SourceFile {
  return { path, bytes: new Blob([bytes]) };
}

function bytesOf(size: number, read: (from: number, to: number) => Promise<ArrayBuffer>): FileBytes {
  return { size, slice: (from = 0, to = size) => ({ arrayBuffer: () => read(from, to) }) };
}

const vanished = () => Promise.reject(new DOMException('gone', 'NotFoundError'));

describe('text of a file', () => {
  it('is read as UTF-8, UTF-16 and as spreadsheets of old save it', () => {
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0xc3, 0xbc]))).toBe('ü');
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0xfc, 0x00]))).toBe('ü');
    expect(decodeText(new Uint8Array([0xfe, 0xff, 0x00, 0xfc]))).toBe('ü');
    expect(decodeText(new Uint8Array([0xfc, 0x20, 0x80]))).toBe('ü €');
    expect(decodeText(new Uint8Array([0x25, 0x50, 0x00, 0x01]))).toBeNull();
  });
});

describe('files', () => {
  it('are taken from a picker with their folder', async () => {
    const picked = filesFromPicker([new File(['Text'], 'a.md')]);
    expect(await read(...picked)).toMatchObject([
      { kind: 'article', draft: { externalId: 'a.md', scope: 'a.md' } },
    ]);
  });

  it('of lines are read in parts, wherever a part ends', async () => {
    const lines = Array.from({ length: 2_000 }, (_, at) =>
      JSON.stringify({ id: at, title: `Grün ${at}`, body: `Straße “${'é€😀'.repeat(150)}” ${at}.` }),
    );
    const bytes = new TextEncoder().encode(lines.join('\n'));
    expect(bytes.length).toBeGreaterThan(2_000_000);
    const asked: number[] = [];
    const source = bytesOf(bytes.length, async (from, to) => {
      asked.push(to - from);
      return bytes.slice(from, to).buffer;
    });
    const items = await read({ path: 'long.jsonl', bytes: source });
    expect(items.map((item) => item.kind === 'article' && item.draft.content.body)).toEqual(
      lines.map((line) => JSON.parse(line).body),
    );
    expect(Math.max(...asked)).toBeLessThan(1_000_000);
  });

  it('of lines are read as their last byte says, and named when they vanish half way', async () => {
    const old = new Uint8Array([
      ...new TextEncoder().encode('{"title":"A","text":"a"}\n{"title":"B","text":"'),
      0xfc,
      0x22,
      0x7d,
    ]);
    expect(await read(file('old.jsonl', old))).toMatchObject([
      { draft: { content: { body: 'a' } } },
      { draft: { content: { body: 'ü' } } },
    ]);
    expect(
      await read(file('fake.jsonl', new Uint8Array([0x7b, 0])), file('blank.jsonl', new Uint8Array([10]))),
    ).toMatchObject([{ why: 'not-text' }, { why: 'missing-text' }]);
    let reads = 0;
    const vanishing = bytesOf(old.length, async () => (reads++ > 0 ? vanished() : old.buffer));
    expect(await read({ path: 'gone.jsonl', bytes: vanishing })).toMatchObject([
      { why: 'unreadable-file', detail: 'NotFoundError' },
    ]);
  });

  it('that cannot be read are named with the reason, and the others still come in', async () => {
    const gone: SourceFile = { path: 'gone.md', bytes: bytesOf(1, vanished) };
    const closed: SourceFile = { path: 'closed.md', unreadable: 'SecurityError' };
    const binary = file('fake.csv', new Uint8Array([1, 0, 2]));
    const huge: SourceFile = { path: 'huge.jsonl', bytes: bytesOf(60_000_000, vanished) };
    const good = file('good.md', new TextEncoder().encode('Text'));
    expect(await read(gone, closed, binary, huge, file('empty.md', new Uint8Array()), good)).toMatchObject([
      { where: 'gone.md', why: 'unreadable-file', detail: 'NotFoundError' },
      { where: 'closed.md', why: 'unreadable-file', detail: 'SecurityError' },
      { where: 'fake.csv', why: 'not-text' },
      { where: 'huge.jsonl', why: 'too-large' },
      { where: 'empty.md', why: 'missing-text' },
      { kind: 'article' },
    ]);
  });
});
