import { describe, expect, it } from 'vitest';
import type { SearchResult } from '@/lib/search/contract';
import { rememberSearch } from './remember-search';

const never = new AbortController().signal;

function setUp() {
  const asked: string[] = [];
  let generation = 1;
  let release: (() => void) | null = null;
  const remembered = rememberSearch(async ({ text }) => {
    asked.push(text);
    const result: SearchResult = { hits: [], evidence: 'none', generation, passagesSearched: 1 };
    if (text === 'slow') await new Promise<void>((resolve) => (release = resolve));
    if (text === 'broken') throw new Error('Search failed');
    return result;
  });
  const ask = async (text: string, limit = 12) =>
    (await remembered.search({ text, limit }, never)).generation;
  return {
    remembered,
    asked,
    ask,
    grow: () => (generation += 1),
    release: () => release?.(),
  };
}

describe('rememberSearch', () => {
  it('asks once for the same request, and anew for another', async () => {
    const { ask, asked } = setUp();
    await ask('refund');
    await ask('refund');
    await ask('refund', 3);
    await ask('label');
    expect(asked).toEqual(['refund', 'refund', 'label']);
  });

  it('asks anew once the index has changed', async () => {
    const { ask, remembered, grow } = setUp();
    expect(await ask('refund')).toBe(1);
    grow();
    remembered.forget();
    expect(await ask('refund')).toBe(2);
  });

  it('does not keep an answer that the index outran', async () => {
    const { ask, remembered, grow, release } = setUp();
    const first = ask('slow');
    grow();
    remembered.forget();
    release();
    expect(await first).toBe(1);
    const second = ask('slow');
    release();
    expect(await second).toBe(2);
  });

  it('keeps no failure', async () => {
    const { ask, asked } = setUp();
    await expect(ask('broken')).rejects.toThrow('Search failed');
    await expect(ask('broken')).rejects.toThrow('Search failed');
    expect(asked).toHaveLength(2);
  });

  it('asks both questions of a ticket once each, and forgets the oldest of many', async () => {
    const { ask, asked } = setUp();
    for (const text of ['a', 'b', 'a', 'b']) await ask(text);
    expect(asked).toEqual(['a', 'b']);
    for (const text of ['c', 'd', 'e', 'a']) await ask(text);
    expect(asked).toEqual(['a', 'b', 'c', 'd', 'e', 'a']);
  });
});
