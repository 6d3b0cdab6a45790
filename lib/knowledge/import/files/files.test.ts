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
