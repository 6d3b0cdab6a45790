import { describe, expect, it } from 'vitest';
import { aMessage, anArticle, aTicket } from '@/test/support/draft-fixtures';
import { draftDeps, knowledgeOf, playing } from '@/test/support/draft-run';
import { deriveNeed } from '../need/need';
import type { DraftDeps } from '../pipeline';
import { findSources } from './find-sources';

const articles = [
  anArticle({ id: 'kettle', title: 'Kettle care', body: 'Descale the kettle monthly.' }),
  anArticle({ id: 'size', title: 'Exchanges', body: 'We exchange what does not fit.' }),
  anArticle({ id: 'gift', title: 'Gift cards', body: 'They never expire.' }),
];

async function sourcesFor(text: string, pinned: readonly string[] = [], change: Partial<DraftDeps> = {}) {
  const ticket = aTicket({ subject: '', messages: [aMessage({ text })] });
  const { provider } = playing([]);
  const deps = { ...draftDeps({ ...knowledgeOf(articles), provider, mask: null }), ...change };
  const order = { ticket, hint: '', pinned, excluded: [] };
  const found = await findSources(order, deriveNeed(ticket), deps, new AbortController().signal);
  if ('failure' in found) throw new Error(`Nothing was searched: ${found.failure.kind}`);
  return found.sources;
}

describe('the sources of a ticket', () => {
  it('tell the words that they were found by, and mark them', async () => {
    const [source] = await sourcesFor('My kettles hum. How do I descale one?');
    expect(source).toMatchObject({ articleId: 'kettle' });
    expect(source!.found).toContainEqual({
      said: 'kettles',
      written: 'Kettle',
      how: 'form',
      field: 'title',
    });
    expect(source!.marks.map(({ start, end }) => source!.text.slice(start, end))).toEqual([
      'Descale',
      'kettle',
    ]);
  });

  it('say so when the words are those of articles and not the customer’s', async () => {
    const sources = await sourcesFor('My kettle hums. And could I swap the other one for an L?');
    const [kettle, exchange] = ['kettle', 'size'].map((id) =>
      sources.find(({ articleId }) => articleId === id),
    );
    expect(kettle!.byMatter).toBeUndefined();
    expect(exchange).toMatchObject({ byMatter: true });
    expect(exchange!.found!.map(({ said }) => said)).toContain('exchange');
  });

  it('leave unexplained what was pinned and not found', async () => {
    const sources = await sourcesFor('My kettle hums.', ['gift']);
    expect(sources.map(({ articleId, found }) => [articleId, found !== undefined])).toEqual([
      ['gift', false],
      ['kettle', true],
    ]);
  });

  it('stand there all the same when nobody can explain them', async () => {
    const broken = { explain: () => Promise.reject(new Error('The worker is gone.')) };
    const [source] = await sourcesFor('My kettle hums.', [], broken);
    expect(source).toMatchObject({ articleId: 'kettle', marks: [] });
    expect(source!.found).toBeUndefined();
  });
});
