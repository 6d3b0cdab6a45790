import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines } from './line-diff';

describe('diffLines', () => {
  it('shows a changed line as removed and added, between lines that stayed', () => {
    const lines = diffLines('a\nRefunds take 10 days.\nz', 'a\nRefunds take 7 days.\nz');
    expect(lines).toEqual([
      { kind: 'same', text: 'a' },
      { kind: 'removed', text: 'Refunds take 10 days.' },
      { kind: 'added', text: 'Refunds take 7 days.' },
      { kind: 'same', text: 'z' },
    ]);
  });

  it('keeps both texts whole, whatever they are', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after);
        const without = (kind: string) =>
          lines
            .filter((line) => line.kind !== kind)
            .map((line) => line.text)
            .join('\n');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });

  it('finds the fewest changes around a line that moved', () => {
    const changed = diffLines('1\n2\n3\n4', '2\n3\n4\n1').filter((line) => line.kind !== 'same');
    expect(changed).toEqual([
      { kind: 'removed', text: '1' },
      { kind: 'added', text: '1' },
    ]);
  });
});
