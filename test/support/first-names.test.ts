import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { firstNamesTable, target } from './first-names';

it('the table of first names is what its maker makes of the installed lists', () => {
  expect(readFileSync(target, 'utf8')).toBe(firstNamesTable());
});
