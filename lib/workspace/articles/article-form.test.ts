import { describe, expect, it } from 'vitest';
import { blankContent } from '@/lib/knowledge/versions';
import { blankForm, fromForm, isSameForm, toForm } from './article-form';

const content = {
  ...blankContent,
  title: 'Refund times',
  body: 'Within 7 working days.',
  market: ['EU', 'UK'],
  tags: ['refund'],
  owner: 'Noor',
  validFrom: '2026-08-01',
};

describe('the form of an article', () => {
  it('gives back what it was filled with', () => {
    const read = fromForm(toForm(content));
    expect(read.ok && { ...blankContent, ...read.value }).toEqual(content);
  });

  it('reads lists parted by commas, once each and without blanks', () => {
    const read = fromForm({ ...toForm(content), market: ' EU,UK , ,EU', owner: '  ' });
    expect(read.ok && [read.value.market, read.value.owner]).toEqual([['EU', 'UK'], null]);
  });

  it('refuses an article without title or text, and one that ends before it starts', () => {
    const code = (change: object) => {
      const read = fromForm({ ...toForm(content), ...change });
      return read.ok ? null : read.error.code;
    };
    expect(code({ title: ' ' })).toBe('no-title');
    expect(code({ body: '\n' })).toBe('no-body');
    expect(code({ validUntil: '2026-07-31' })).toBe('ends-before-start');
    expect(code({ validUntil: '2026-08-01' })).toBeNull();
  });

  it('tells whether anything differs', () => {
    expect(isSameForm(blankForm, { ...blankForm })).toBe(true);
    expect(isSameForm(blankForm, { ...blankForm, tags: 'x' })).toBe(false);
  });
});
