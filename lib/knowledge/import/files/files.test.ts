import { describe, expect, it } from 'vitest';
import type { ImportItem } from '../contract';
import { decodeText } from './decode-text';
import { files } from './importer';
import { filesFromPicker, type SourceFile } from './source-file';

async function read(...input: SourceFile[]): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  for await (const item of files.open(input, new AbortController().signal)) items.push(item);
  return items.filter((item) => item.kind !== 'progress');
}

function file(path: string, bytes: Uint8Array, size = bytes.length): SourceFile {
  return { path, size, bytes: async () => bytes };
}

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
    const source: SourceFile = {
      path: 'long.jsonl',
      size: bytes.length,
      bytes: async (from = 0, to = bytes.length) => {
        asked.push(to - from);
        return bytes.subarray(from, to);
      },
    };
    const items = await read(source);
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
    const vanishing: SourceFile = {
      path: 'gone.jsonl',
      size: old.length,
      bytes: async () => {
        if (reads++ > 0) throw new DOMException('gone', 'NotFoundError');
        return old;
      },
    };
    expect(await read(vanishing)).toMatchObject([{ why: 'unreadable-file', detail: 'NotFoundError' }]);
  });

  it('that cannot be read are named with the reason, and the others still come in', async () => {
    const gone: SourceFile = {
      path: 'gone.md',
      size: 1,
      bytes: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
    };
    const binary = file('fake.csv', new Uint8Array([1, 0, 2]));
    const huge = file('huge.jsonl', new Uint8Array(), 60_000_000);
    const good = file('good.md', new TextEncoder().encode('Text'));
    expect(await read(gone, binary, huge, file('empty.md', new Uint8Array()), good)).toMatchObject([
      { where: 'gone.md', why: 'unreadable-file', detail: 'NotFoundError' },
      { where: 'fake.csv', why: 'not-text' },
      { where: 'huge.jsonl', why: 'too-large' },
      { where: 'empty.md', why: 'missing-text' },
      { kind: 'article' },
    ]);
  });
});
