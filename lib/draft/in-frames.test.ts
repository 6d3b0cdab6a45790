import { describe, expect, it } from 'vitest';
import { inFrames } from './in-frames';

/** Things that come when the test says so, and frames that end when it says so. */
function setUp() {
  const frames: (() => void)[] = [];
  const gate = { open: () => {} };
  const state = { left: false };
  async function* things() {
    try {
      yield* ['a', 'b', 'c'];
      await new Promise<void>((resolve) => {
        gate.open = resolve;
      });
      yield 'd';
    } finally {
      state.left = true;
    }
  }
  const sleep = () => new Promise<void>((resolve) => frames.push(resolve));
  return { things, sleep, frames, gate, state };
}

/** Long enough for everything that can go on without the test. */
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

function collect(batches: AsyncIterable<string[]>) {
  const seen: string[][] = [];
  const over = (async () => {
    for await (const batch of batches) seen.push(batch);
  })();
  return { seen, over };
}

describe('things in frames', () => {
  it('hands on the first at once and the rest when the frame is over, although nothing more comes', async () => {
    const { things, sleep, frames } = setUp();
    const { seen } = collect(inFrames(things(), 50, sleep));
    await settle();
    expect(seen).toEqual([['a']]);
    frames.shift()!();
    await settle();
    expect(seen).toEqual([['a'], ['b', 'c']]);
  });

  it('hands on at once what comes after a quiet frame, and ends', async () => {
    const { things, sleep, frames, gate, state } = setUp();
    const { seen, over } = collect(inFrames(things(), 50, sleep));
    await settle();
    for (let round = 0; round < 2; round += 1) {
      frames.shift()!();
      await settle();
    }
    gate.open();
    await over;
    expect(seen).toEqual([['a'], ['b', 'c'], ['d']]);
    expect(state.left).toBe(true);
  });

  it('draws while a source is never behind', async () => {
    async function* endless() {
      for (let count = 0; ; count += 1) yield count;
    }
    let batches = 0;
    for await (const _ of inFrames(endless(), 50, () => Promise.resolve())) if ((batches += 1) === 3) break;
    expect(batches).toBe(3);
  });

  it('throws what the source throws', async () => {
    async function* broken() {
      yield 'a';
      throw new Error('broken');
    }
    await expect(collect(inFrames(broken(), 50, () => Promise.resolve())).over).rejects.toThrow('broken');
  });

  it('can be left while nothing comes, and ends the source with its next thing', async () => {
    const { things, gate, state } = setUp();
    for await (const batch of inFrames(things(), 50, settle)) if (batch.includes('c')) break;
    expect(state.left).toBe(false);
    gate.open();
    await settle();
    expect(state.left).toBe(true);
  });
});
