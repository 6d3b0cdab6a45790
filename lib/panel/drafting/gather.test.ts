import { describe, expect, it } from 'vitest';
import type { Clock } from '@/lib/platform/clock';
import { gather } from './gather';

function setUp() {
  const sleepers: (() => void)[] = [];
  const clock: Clock = {
    now: () => new Date('2026-11-24T09:00:00Z'),
    elapsed: () => 0,
    sleep: () => new Promise((resolve) => sleepers.push(resolve)),
  };
  const handedOn: string[] = [];
  const gathered = gather(24, clock, (thing: string) => handedOn.push(thing), new AbortController().signal);
  const pass = async () => {
    for (const wake of sleepers.splice(0)) wake();
    await Promise.resolve();
  };
  return { gathered, handedOn, pass, sleepers };
}

describe('gather', () => {
  it('hands on nothing at once, and then everything in its order', async () => {
    const { gathered, handedOn, pass, sleepers } = setUp();
    gathered.add('a');
    gathered.add('b');
    expect([handedOn, sleepers.length]).toEqual([[], 1]);
    await pass();
    expect(handedOn).toEqual(['a', 'b']);
    gathered.add('c');
    await pass();
    expect(handedOn).toEqual(['a', 'b', 'c']);
  });

  it('hands on each thing once when it is not waited for', async () => {
    const { gathered, handedOn, pass } = setUp();
    gathered.add('a');
    gathered.flush();
    expect(handedOn).toEqual(['a']);
    await pass();
    expect(handedOn).toEqual(['a']);
  });
});
