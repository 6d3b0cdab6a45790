import { describe, expect, it } from 'vitest';
import type { ModelPart } from '@/lib/model/contract';
import { aMessage, anArticle, aTicket } from '@/test/support/draft-fixtures';
import { article, found, order, playing, run, setUp, words } from '@/test/support/draft-run';
import { reduceSession } from './session/reduce-session';
import { currentAlternative } from './session/session';

describe('the road of a reply', () => {
  it('goes from need over sources to a checked draft, in this order', async () => {
    const { provider } = playing(words('Hi Ann,\n\nRefunds take ', '7 working days [1].'));
    const { actions, session, text } = await run(setUp(provider));
    expect([...new Set(actions.map((action) => action.type))]).toEqual([
      'draft-asked',
      'need-found',
      'sources-found',
      'writing-began',
      'text-arrived',
      'writing-ended',
    ]);
    expect(session.phase).toBe('ready');
    expect(text).toBe('Hi Ann,\n\nRefunds take 7 working days.[1]');
    expect(currentAlternative(session)?.claims).toMatchObject([{ text: '7 working days', state: 'sourced' }]);
    expect(session.sources[0]).toMatchObject({ number: 1, articleId: 'a1', marks: [{ start: 7, end: 14 }] });
  });

  it('keeps a draft whose claims cannot be checked, and says so until they are', async () => {
    const openLedger = () => ({ check: () => Promise.reject(new Error('broken')) });
    const { session, text } = await run(
      setUp(playing(words('It takes 7 days [1].')).provider, { openLedger }),
    );
    expect(session.phase).toBe('ready');
    expect(text).toBe('It takes 7 days.[1]');
    const { id, warnings } = currentAlternative(session)!;
    expect(warnings).toEqual(['claims-unchecked']);
    const checked = reduceSession(session, { type: 'claims-checked', id, claims: [] });
    expect(currentAlternative(checked)?.warnings).toEqual([]);
  });

  it('makes no prompt for a provider that reads none', async () => {
    const { provider, asked } = playing(words('Hi,'), { readsPrompt: false });
    await run(setUp(provider));
    expect(asked[0]?.prompt).toEqual([]);
    expect(asked[0]?.material?.asks).not.toEqual([]);
  });

  it('refuses to send anything that no mask was held before', async () => {
    const { provider, asked } = playing(words('Hi,'), { egress: ['api.example'] });
    await expect(run(setUp(provider, { mask: null }))).rejects.toThrow('has no mask');
    expect(asked).toEqual([]);
    const local = playing(words('Hi,'));
    expect((await run(setUp(local.provider, { mask: null }))).text).toBe('Hi,');
  });

  it('masks what leaves and restores what comes back', async () => {
    const { provider, asked } = playing(words('Hi [PERSON_1],'), { egress: ['api.example'] });
    const { text } = await run(
      setUp(provider),
      order({ ticket: aTicket({ messages: [aMessage({ text: 'Ann here, when is my refund?' })] }) }),
    );
    expect(JSON.stringify(asked[0]?.prompt)).not.toContain('Ann');
    expect(text).toBe('Hi Ann,');
  });

  it('says that there is nothing to answer from, and asks no model', async () => {
    const { provider, asked } = playing(words('x'));
    const { session } = await run(
      setUp(provider, {
        search: async () => ({ ...found, hits: [], evidence: 'none', passagesSearched: 0 }),
      }),
    );
    expect(session.failure).toEqual({ kind: 'no-knowledge' });
    expect(asked).toHaveLength(0);
  });

  it('says that there is nothing to read', async () => {
    const ticket = aTicket({
      messages: [
        aMessage({
          text: ' ',
          attachments: [{ name: 'fjell.jpg', contentType: 'image/jpeg', sizeBytes: 1 }],
        }),
      ],
    });
    const { session } = await run(setUp(playing([]).provider), order({ ticket }));
    expect(session.failure).toEqual({ kind: 'nothing-to-read', attachments: ['fjell.jpg'] });
  });

  it('asks back where there is nothing to read', async () => {
    const ticket = aTicket({ messages: [aMessage({ text: ' ' })], subject: '' });
    const { provider, asked } = playing(words('What is it about?'), { readsPrompt: false });
    const { session, text } = await run(setUp(provider), order({ ticket, asksBack: true }));
    expect([session.phase, text]).toEqual(['ready', 'What is it about?']);
    expect(asked[0]?.material).toMatchObject({ asksBack: true, asks: [] });
  });

  it('says that the search failed', async () => {
    const { session } = await run(
      setUp(playing([]).provider, { search: () => Promise.reject(new Error('worker gone')) }),
    );
    expect(session.failure).toEqual({ kind: 'search' });
  });

  it.each<[string, ModelPart, string]>([
    ['cut', { type: 'end', reason: 'cut' }, 'cut'],
    ['stopped', { type: 'end', reason: 'aborted' }, 'stopped'],
    ['stalled', { type: 'error', error: { code: 'stalled', seconds: 20 } }, 'cut'],
  ])('keeps the words of a draft that was %s', async (_, end, finished) => {
    const { session, text } = await run(setUp(playing([{ type: 'text', text: 'Half a sen' }, end]).provider));
    expect([session.phase, currentAlternative(session)?.finished, text]).toEqual([
      'partial',
      finished,
      'Half a sen',
    ]);
    expect(session.failure).toEqual(end.type === 'error' ? { kind: 'model', failure: end.error } : null);
  });

  it.each<ModelPart>([
    { type: 'error', error: { code: 'key-refused' } },
    { type: 'error', error: { code: 'offline' } },
  ])('leaves no empty alternative behind after %j', async (end) => {
    const { session } = await run(setUp(playing([end]).provider));
    expect(session).toMatchObject({ phase: 'failed', alternatives: [], current: -1 });
  });

  it('stops a model that writes on and on, and leaves its stream', async () => {
    const { provider, state } = playing(
      Array.from({ length: 40 }, (): ModelPart => ({ type: 'text', text: 'word '.repeat(100) })),
    );
    const { session } = await run(setUp(provider));
    expect(currentAlternative(session)?.finished).toBe('length');
    expect(state.left).toBe(true);
  });

  it('offers no internal source to a public draft', async () => {
    const { provider, asked } = playing(words('Refunds take 7 working days [1].'));
    const deps = setUp(provider, {
      readArticles: async () => [
        anArticle({ audience: 'internal', body: 'SUPPLIER-PRICE-CANARY within 7 working days.' }),
      ],
    });
    const { session } = await run(deps);
    expect(JSON.stringify(asked[0])).not.toContain('SUPPLIER-PRICE-CANARY');
    expect(currentAlternative(session)?.claims[0]).toMatchObject({
      state: 'contradicted',
      reason: 'internal-source',
    });
  });

  it('leaves out what the agent left out, and puts pinned sources first', async () => {
    const second = anArticle({ id: 'a2', title: 'Labels', body: 'A label costs nothing.' });
    const deps = setUp(playing(words('ok')).provider, { readArticles: async () => [article, second] });
    expect(
      (await run(deps, order({ pinned: ['a2'] }))).session.sources.map((source) => source.articleId),
    ).toEqual(['a2', 'a1']);
    expect((await run(deps, order({ excluded: ['a1'] }))).session.sources).toEqual([]);
  });

  it('takes links and images of a model down to words, and says so', async () => {
    const { session, text } = await run(
      setUp(playing(words('See [here](https://evil.example/x) ![p](https://evil.example/p.png).')).provider),
    );
    expect(text).not.toContain('evil.example');
    expect(currentAlternative(session)?.warnings).toContain('link-removed');
  });
});
