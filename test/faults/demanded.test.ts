import { expect, it } from 'vitest';
import { readSourceTree } from '../support/source-tree';

/**
 * Faults and abuses that touch privacy, output, keys, messages or the manifest. Each has a test whose name begins with
 * `fault` and its number, or stands in a group that is called so.
 */
const demanded = [
  14, 18, 20, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 54,
];

it('every demanded fault has a named test', () => {
  const tests = readSourceTree(['components', 'lib', 'test']).filter(({ path }) =>
    /\.(?:test|spec)\.tsx?$/.test(path),
  );
  const named = tests.flatMap(({ text }) =>
    [...text.matchAll(/\b(?:it|test|describe)(?:\.each[\s\S]{0,2000}?\))?\(\s*[`'"]fault (\d{1,2}):/g)].map(
      (match) => Number(match[1]),
    ),
  );
  expect(named.length).toBeGreaterThan(demanded.length);
  expect(demanded.filter((number) => !named.includes(number))).toEqual([]);
});
