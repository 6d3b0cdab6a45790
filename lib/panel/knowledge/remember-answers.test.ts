import { describe, expect, it } from 'vitest';
import type { SearchRequest, SearchResult } from '@/lib/search/contract';
import { rememberAnswers } from './remember-answers';

const never = new AbortController().signal;

function setUp() {
  const asked: string[] = [];
  let generation = 1;
  let release: (() => void) | null = null;
  const search = async ({ text }: SearchRequest) => {
    asked.push(text);
    const result: SearchResult = { hits: [], evidence: 'none', generation, passagesSearched: 1 };
    if (text === 'slow') await new Promise<void>((resolve) => (release = resolve));
    if (text === 'broken') throw new Error('Search failed');
    return result;
  };
  const remembered = rememberAnswers(search, ({ language }) => language !== 'xx');
  const ask = async (text: string, limit = 12) => (await remembered.ask({ text, limit }, never)).generation;
  return {
    remembered,
    asked,
    ask,
    grow: () => (generation += 1),
    release: () => release?.(),
  };
}

describe('answers of the index, remembered', () => {
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

  it('keeps nothing of what is told to be not worth it', async () => {
    const { asked, remembered } = setUp();
    for (let i = 0; i < 2; i++) await remembered.ask({ text: 'a', language: 'xx', limit: 1 }, never);
    expect(asked).toEqual(['a', 'a']);
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
