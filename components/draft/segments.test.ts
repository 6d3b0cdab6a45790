import { describe, expect, it } from 'vitest';
import type { Claim } from '@/lib/draft/claim';
import { endOfLastSentence, segments } from './segments';

const claim = (text: string, start: number, over: Partial<Claim> = {}): Claim => ({
  id: text,
  block: 0,
  item: null,
  start,
  end: start + text.length,
  text,
  state: 'sourced',
  citations: [],
  from: null,
  reason: null,
  ...over,
});

const shape = (parts: ReturnType<typeof segments>) =>
  parts.map((part) =>
    part.kind === 'text'
      ? `${part.claim ? `<${part.claim.state}>` : ''}${part.run.text}`
      : part.kind === 'mark'
        ? `[${part.claim.state}]`
        : `[${part.number}]`,
  );

describe('segments of a line', () => {
  it('cuts the text where claims begin and end', () => {
    expect(shape(segments([{ text: 'You have 45 days here.' }], [claim('45 days', 9)]))).toEqual([
      'You have ',
      '<sourced>45 days',
      ' here.',
    ]);
  });

  it('puts the mark of a claim without a source after the punctuation', () => {
    const voucher = claim('a voucher', 4, { state: 'no-source' });
    expect(shape(segments([{ text: 'Get a voucher. Bye' }], [voucher]))).toEqual([
      'Get ',
      '<no-source>a voucher',
      '.',
      '[no-source]',
      ' Bye',
    ]);
  });

  it('puts numbers before letters, also at the end of the line', () => {
    const until = claim('5 May', 0, { citations: [1], from: 'order' });
    expect(shape(segments([{ text: '5 May.' }, { citation: 1 }], [until]))).toEqual([
      '<sourced>5 May',
      '.',
      '[1]',
      '[sourced]',
    ]);
  });

  it('tells a footnote which claim it supports', () => {
    const days = claim('45 days', 0, { citations: [2] });
    const [, footnote] = segments([{ text: '45 days' }, { citation: 2 }], [days]);
    expect(footnote).toEqual({ kind: 'footnote', number: 2, claim: days });
  });

  it('keeps the style of a run that a claim cuts through', () => {
    const parts = segments([{ text: 'all 45 days', bold: true }], [claim('45 days', 4)]);
    expect(parts.map((part) => part.kind === 'text' && part.run.bold)).toEqual([true, true]);
  });

  it('marks what was not checked yet', () => {
    const parts = segments([{ text: 'It is free. Reply with a pho' }], [], 11);
    expect(parts.map((part) => part.kind === 'text' && [part.run.text, part.checked])).toEqual([
      ['It is free.', true],
      [' Reply with a pho', false],
    ]);
  });
});

describe('the sentence that is being written', () => {
  it.each([
    ['It is free. Reply with', 11],
    ['It is free.', 11],
    ['It is fr', 0],
    ['', 0],
  ])('in "%s" begins at %i', (text, end) => {
    expect(endOfLastSentence(text)).toBe(end);
  });
});
