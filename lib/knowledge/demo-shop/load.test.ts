import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { loadDemoShop } from './load';

const folder = new URL('./articles/', import.meta.url);

describe('loadDemoShop', () => {
  it('returns every article file with its text unchanged, ordered by path', async () => {
    const names = (await readdir(folder)).sort();
    const files = await loadDemoShop();
    expect(names.length).toBeGreaterThanOrEqual(60);
    expect(files.map((file) => file.path)).toEqual(names.map((name) => `articles/${name}`));
    for (const file of files) {
      const onDisk = await readFile(new URL(file.path.replace('articles/', ''), folder), 'utf8');
      expect(file.text).toBe(onDisk);
    }
  });
});
