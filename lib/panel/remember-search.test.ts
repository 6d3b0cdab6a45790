import { describe, expect, it } from 'vitest';
import { rememberSearch } from './remember-search';

type Search = Parameters<typeof rememberSearch>[0];
const { signal } = new AbortController();
const ask = (text: string) => ({ text, limit: 5 });

function counting() {
  const asked: string[] = [];
  const search: Search = async (request) => {
    asked.push(request.text);
    return { hits: [], evidence: 'none' } as unknown as Awaited<ReturnType<Search>>;
  };
  return { asked, ...rememberSearch(search) };
}

describe('a remembered search', () => {
  it('asks two different questions of one ticket once each', async () => {
    const { asked, search } = counting();
    for (const text of ['a', 'b', 'a', 'b']) await search(ask(text), signal);
    expect(asked).toEqual(['a', 'b']);
  });

  it('asks again once the index has changed, and once others came in between', async () => {
    const { asked, search, forget } = counting();
    await search(ask('a'), signal);
    forget();
    await search(ask('a'), signal);
    for (const text of ['b', 'c', 'd', 'e']) await search(ask(text), signal);
    await search(ask('a'), signal);
    expect(asked).toEqual(['a', 'a', 'b', 'c', 'd', 'e', 'a']);
  });

  it('keeps no answer that was asked for before a change', async () => {
    const asked: string[] = [];
    const { search, forget } = rememberSearch(async (request) => {
      asked.push(request.text);
      forget();
      return { hits: [] } as unknown as Awaited<ReturnType<Search>>;
    });
    await search(ask('a'), signal);
    await search(ask('a'), signal);
    expect(asked).toEqual(['a', 'a']);
  });
});
