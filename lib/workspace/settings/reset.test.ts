import { describe, expect, it } from 'vitest';
import { type AnyPlace, eraseEverything } from './reset';

function place(kind: AnyPlace['kind'], names: string[], change: Partial<AnyPlace> = {}): AnyPlace {
  return {
    kind,
    list: async () => [...names],
    erase: async () => {
      names.length = 0;
    },
    ...change,
  } as AnyPlace;
}

const refused = async () => {
  throw new Error('The browser refused.');
};

describe('a reset', () => {
  it('empties every place and finds nothing left', async () => {
    expect(await eraseEverything([place('alarm', ['daily']), place('database', ['a', 'b'])])).toEqual([]);
  });

  it('names what stays, and empties the rest all the same', async () => {
    const later = ['b'];
    const left = await eraseEverything([
      place('database', ['a'], { erase: refused }),
      place('cache', ['held'], { erase: async () => {} }),
      place('stored', later),
    ]);
    expect(left).toEqual([
      { kind: 'database', name: 'a' },
      { kind: 'cache', name: 'held' },
    ]);
    expect(later).toEqual([]);
  });

  it('does not take a place for empty that it cannot look into', async () => {
    expect(await eraseEverything([place('host', [], { list: refused })])).toEqual([
      { kind: 'host', name: null },
    ]);
  });

  it('lists only after everything was emptied, so that what comes back meanwhile is seen', async () => {
    const first: string[] = ['a'];
    const second = place('alarm', ['b'], {
      erase: async () => {
        first.push('came back');
      },
    });
    expect(await eraseEverything([place('stored', first), second])).toContainEqual({
      kind: 'stored',
      name: 'came back',
    });
  });
});
