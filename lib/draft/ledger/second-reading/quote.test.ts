import { describe, expect, it } from 'vitest';
import { findQuote, findQuoteUnmasked } from './quote';

const text =
  'A “wet” seat is not covered.\nRepairs cost **€15** – never more; Jo O’Dell pays at https://boats.example/pay.';
const at = (span: { start: number; end: number } | null) => span && text.slice(span.start, span.end);

describe('a quote', () => {
  it.each([
    ['is not covered', 'is not covered'],
    ['"seat is not covered."', 'seat is not covered'],
    ['A "wet" seat', 'A “wet” seat'],
    ['not covered. Repairs cost €15 - never more', 'not covered.\nRepairs cost **€15** – never more'],
    ["… Jo O'Dell pays …", 'Jo O’Dell pays'],
  ])('stands there letter by letter: %s', (quote, found) => {
    expect(at(findQuote(quote, text))).toBe(found);
  });

  it.each(['is covered', 'seat was not covered', 'Is Not Covered', 'covered', '', '…', 'is .* covered'])(
    'stands not there, or says nothing: %s',
    (quote) => {
      expect(findQuote(quote, text)).toBeNull();
    },
  );

  it('may be without spaces where the script has none', () => {
    expect(findQuote('返品できません', '開封後は返品できません。')).toEqual({ start: 4, end: 11 });
  });

  it('is found behind placeholders in the text that was not masked', () => {
    expect(at(findQuoteUnmasked('never more; [PERSON_2] pays at [LINK_1]', text))).toBe(
      'never more; Jo O’Dell pays at https',
    );
    expect(findQuoteUnmasked('never less; [PERSON_2] pays', text)).toBeNull();
    expect(findQuoteUnmasked('[PERSON_1] [PERSON_2] [PERSON_3] [PERSON_4]', text)).toBeNull();
  });
});
