import { describe, expect, it } from 'vitest';
import type { ModelPart } from '@/lib/model/contract';
import { playing, words } from '@/test/support/draft-run';
import { askOnce } from './read';

const prompt = [{ role: 'user' as const, content: 'S1: Boats are lent.' }];
const never = new AbortController().signal;

const ask = async (parts: readonly ModelPart[], signal = never) => {
  const { provider, asked, state } = playing(parts);
  return { result: await askOnce(provider, prompt, signal), asked, state };
};

describe('asking once', () => {
  it('gives the whole answer and what it cost', async () => {
    const { result, asked } = await ask([
      { type: 'usage', inputTokens: 40, outputTokens: 9 },
      ...words('{"answers"', ':[]}'),
    ]);
    expect(result).toEqual({
      ok: true,
      value: { text: '{"answers":[]}', usage: { inputTokens: 40, outputTokens: 9 } },
    });
    expect(asked).toMatchObject([{ prompt, material: null }]);
  });

  it.each<[string, readonly ModelPart[]]>([
    ['busy', [{ type: 'warning', code: 'retrying', retryInSeconds: 1 }, ...words('{}')]],
    [
      'cut',
      [
        { type: 'text', text: '{"ans' },
        { type: 'end', reason: 'length' },
      ],
    ],
    ['cut', []],
    ['key-refused', [{ type: 'error', error: { code: 'key-refused' } }]],
    ['not-understood', words('x'.repeat(13_000))],
  ])('fails as a value: %s', async (code, parts) => {
    const { result, state } = await ask(parts);
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(state.left).toBe(true);
  });

  it('tells that it was broken off', async () => {
    const { result } = await ask([{ type: 'end', reason: 'aborted' }], AbortSignal.abort());
    expect(result).toMatchObject({ ok: false, error: { code: 'aborted' } });
  });
});
