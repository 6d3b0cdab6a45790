import { describe, expect, it } from 'vitest';
import type { SearchRequest } from '@/lib/search/contract';
import { aMessage, aTicket } from '@/test/support/draft-fixtures';
import { found, order, playing, run, runningClock, setUp, words } from '@/test/support/draft-run';
import { currentAlternative } from '../session/session';
import { type AskMeaning, meaningLimitMs } from './by-meaning';

const ticket = aTicket({
  messages: [
    aMessage({ text: 'Hi,\n\nAnn here. When is my refund? And can I swap the lamp?\n\nKind regards\nAnn' }),
  ],
});
const vectorsFor = (texts: readonly string[]) => ({
  space: 'one',
  vectors: texts.map((_, i) => Float32Array.of(i, 1)),
});

/**
 * A draft that goes to an endpoint; what was searched, what was asked of the endpoint and how long it was waited for
 * are kept. The limit is over at once or never, whatever else the machine does meanwhile.
 */
async function draft(
  askMeaning?: AskMeaning,
  change: Parameters<typeof setUp>[1] = {},
  { isLimitOver = false } = {},
) {
  const searched: SearchRequest[] = [];
  const waited: number[] = [];
  const { provider, asked } = playing(words('Hi [PERSON_1], it takes 7 working days [1].'), {
    egress: ['api.example'],
  });
  const done = await run(
    setUp(provider, {
      clock: {
        ...runningClock,
        async sleep(ms) {
          waited.push(ms);
          if (ms === meaningLimitMs && !isLimitOver) await new Promise(() => {});
        },
      },
      search: async (request) => {
        searched.push(request);
        return found;
      },
      ...(askMeaning && { askMeaning }),
      ...change,
    }),
    order({ ticket }),
  );
  return { ...done, searched, asked, waited, warnings: currentAlternative(done.session)?.warnings };
}

describe('a draft whose question is asked for its meaning', () => {
  it('searches with it, one vector for the whole and one for each ask', async () => {
    const sent: (readonly string[])[] = [];
    const { searched, warnings } = await draft(async (texts) => {
      sent.push(texts);
      return vectorsFor(texts);
    });
    const joined = searched.find(({ meaning }) => meaning !== undefined)!;
    expect(joined.questions!.length).toBeGreaterThan(1);
    expect(joined.meaning!.space).toBe('one');
    expect(joined.meaning!.questions).toHaveLength(joined.questions!.length);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toHaveLength(1 + joined.questions!.length);
    expect(warnings).toEqual([]);
  });

  it('sends no name, no placeholder, and not the whole of a long text', async () => {
    const sent: string[] = [];
    await draft(async (texts) => {
      sent.push(...texts);
      return vectorsFor(texts);
    });
    expect(sent.join('\n')).toContain('When is my refund?');
    expect(sent.join('\n')).not.toMatch(/Ann|PERSON/);
    expect(Math.max(...sent.map(({ length }) => length))).toBeLessThanOrEqual(2_000);
  });

  it.each([
    ['does not answer', async () => null],
    ['fails', () => Promise.reject(new Error('gone'))],
    ['answers without a vector', async () => ({ space: 'one', vectors: [] })],
  ] as [string, AskMeaning][])('finds by words, and says so, when the endpoint %s', async (_, ask) => {
    const { session, searched, warnings } = await draft(ask);
    expect(session.phase).toBe('ready');
    expect(searched.every(({ meaning }) => meaning === undefined)).toBe(true);
    expect(warnings).toEqual(['words-only']);
  });

  it('waits no longer than the limit, and lets go of the request then', async () => {
    const seen: AbortSignal[] = [];
    const { session, warnings, waited } = await draft(
      (_, signal) => {
        seen.push(signal);
        return new Promise(() => {});
      },
      {},
      { isLimitOver: true },
    );
    expect(session.phase).toBe('ready');
    expect(warnings).toEqual(['words-only']);
    expect(seen[0]!.aborted).toBe(true);
    expect(waited.filter((ms) => ms === meaningLimitMs)).toHaveLength(1);
  });

  it('holds a slow search to the same limit', async () => {
    const { warnings } = await draft(
      async (texts) => vectorsFor(texts),
      { search: (request) => (request.meaning ? new Promise(() => {}) : Promise.resolve(found)) },
      { isLimitOver: true },
    );
    expect(warnings).toEqual(['words-only']);
  });

  it('asks nothing where nothing leaves, and then says nothing of it', async () => {
    let asked = 0;
    const count: AskMeaning = async (texts) => {
      asked += 1;
      return vectorsFor(texts);
    };
    const { provider } = playing(words('Hi,'));
    const { session } = await run(setUp(provider, { askMeaning: count, mask: null }), order({ ticket }));
    expect(asked).toBe(0);
    expect(currentAlternative(session)?.warnings).toEqual([]);
  });

  it('is the same draft as ever when it is not asked for', async () => {
    const { searched, asked } = await draft();
    const none = await draft(async () => null);
    expect(searched).toEqual(none.searched);
    expect(asked[0]!.material).toEqual(none.asked[0]!.material);
  });
});
