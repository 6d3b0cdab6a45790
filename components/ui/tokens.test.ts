import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const themes = ['light', 'dark'] as const;
const colours = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name!, { light: light!, dark: dark! }],
  ),
);

/** Text of body size 7:1 where it is read at length, 4.5:1 else; what only shows a boundary or a mark 3:1. */
const pairs: [ratio: number, surface: string, ...on: string[]][] = [
  [7, 'surface', 'text', 'text-2'],
  [7, 'canvas', 'text'],
  [7, 'cite-soft', 'text'],
  [7, 'warn-soft', 'text'],
  [7, 'bad-soft', 'text'],
  [7, 'ok-soft', 'text'],
  [7, 'ink', 'on-ink'],
  [7, 'ink-hover', 'on-ink'],
  [4.5, 'surface', 'text-3', 'cite', 'warn', 'bad', 'ok'],
  [4.5, 'canvas', 'text-2', 'text-3'],
  [4.5, 'surface-2', 'text-2', 'text-3', 'cite', 'warn', 'bad'],
  [4.5, 'surface-3', 'text-2'],
  [4.5, 'cite-soft', 'cite', 'text-2', 'text-3'],
  [4.5, 'ticket-soft', 'ticket'],
  [4.5, 'warn-soft', 'warn', 'text-2'],
  [4.5, 'bad-soft', 'bad', 'text-2'],
  [4.5, 'ok-soft', 'ok', 'text-2'],
  // A reversed chip: the contradicted mark, the open footnote.
  [4.5, 'bad', 'surface'],
  [4.5, 'cite', 'surface'],
  [
    3,
    'surface',
    'line-strong',
    'focus',
    'mark-cite',
    'mark-ticket',
    'mark-warn',
    'mark-bad',
    'mark-ok',
    'plot-1',
    'plot-2',
    'plot-3',
    'plot-4',
    'plot-5',
  ],
  [3, 'canvas', 'line-strong', 'focus'],
  [3, 'warn-soft', 'mark-warn'],
  [3, 'bad-soft', 'mark-bad'],
  [3, 'ok-soft', 'mark-ok'],
];
const cases = pairs.flatMap(([ratio, surface, ...on]) =>
  themes.flatMap((theme) => on.map((ink) => [ink, surface, theme, ratio] as const)),
);

describe('contrast of the tokens', () => {
  it('finds the tokens', () => {
    expect(colours.size).toBeGreaterThan(30);
    expect(cases.length).toBeGreaterThan(80);
  });

  it.each(cases)('%s on %s, %s: at least %f', (ink, surface, theme, ratio) => {
    expect(contrast(colours.get(ink)![theme], colours.get(surface)![theme])).toBeGreaterThanOrEqual(ratio);
  });
});

/** WCAG 2.2, relative luminance. */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
