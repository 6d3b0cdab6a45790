import { expect, it } from 'vitest';
import type { OutboundRequest } from '@/lib/draft/prompt/outbound';
import { createAsking } from './asking';

const request = { writer: 'house-12b' } as OutboundRequest;

function setUp() {
  const shown: (string | null)[] = [];
  const asking = createAsking((key, asked) => shown.push(asked && key));
  return { asking, shown };
}

it('shows a request until it was answered, each ticket by itself', async () => {
  const { asking, shown } = setUp();
  const never = new AbortController().signal;
  const one = asking.ask('a', request, never);
  const other = asking.ask('b', request, never);
  asking.answer('b', 'without-model');
  expect(await other).toBe('without-model');
  asking.answer('b', 'send');
  asking.answer('a', 'send');
  expect(await one).toBe('send');
  expect(shown).toEqual(['a', 'b', null, null]);
});

it('is not sent when the draft was stopped, before or while it was asked', async () => {
  const { asking, shown } = setUp();
  const stop = new AbortController();
  const asked = asking.ask('a', request, stop.signal);
  stop.abort();
  expect(await asked).toBe('cancel');
  expect(await asking.ask('a', request, stop.signal)).toBe('cancel');
  expect(shown).toEqual(['a', null]);
});
