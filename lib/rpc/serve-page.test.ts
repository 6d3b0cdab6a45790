import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { contract } from './contract';
import { type PageMethod, pageInputs, parsePageInput } from './serve-page';

const methods = Object.keys(pageInputs) as PageMethod[];
const words = ['replace', 'append', 'caret', 'public', 'internal', 'unknown', '', 'x'];
const value = fc.oneof(
  fc.constantFrom(...words),
  fc.string(),
  fc.integer(),
  fc.constant(null),
  fc.constant(undefined),
);
const names = [...new Set(methods.flatMap((method) => Object.keys(pageInputs[method])))];
const input = fc.oneof(
  fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] }),
  fc.anything(),
);

describe('what a page takes', () => {
  it('is listed for every method that the extension may ask of it', () => {
    const asked = Object.entries(contract)
      .filter(([method, { from }]) => from === 'extension' && !method.startsWith('panel.'))
      .map(([method]) => method);
    expect(methods.toSorted()).toEqual(asked.toSorted());
  });

  it.each(methods)('is what the schema takes: %s', (method) => {
    void fc.assert(
      fc.property(input, (given) => {
        const bySchema = z.safeParse(contract[method].input as z.ZodMiniType, given);
        expect(parsePageInput(method, given)).toEqual(bySchema.success ? bySchema.data : null);
      }),
      { numRuns: 500 },
    );
  });

  it('holds for a whole insertion', () => {
    const whole = {
      requestId: 'a',
      ticketId: '7',
      html: '<p>x</p>',
      text: 'x',
      placement: 'append',
      expectedMode: 'public',
      expectedText: '',
    };
    expect(parsePageInput('composer.insert', { ...whole, extra: 1 })).toEqual(whole);
    expect(parsePageInput('composer.insert', { ...whole, placement: 'top' })).toBeNull();
  });
});
