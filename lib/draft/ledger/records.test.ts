import { describe, expect, it } from 'vitest';
import { findValues, isAmountOf } from '../values';
import { fieldValues, toRecords } from './records';

describe('facts as records', () => {
  it('takes plain inner objects into the thing around them and makes records of listed things', () => {
    const records = toRecords({
      plan: 'Trail',
      address: { town: 'Bergen' },
      lines: [{ sku: 'K-7', tags: ['wool', 'grey'] }],
    });
    expect(records.map(({ fields }) => fields.map(({ key, value }) => `${key}=${value}`))).toEqual([
      ['plan=Trail', 'town=Bergen'],
      ['sku=K-7', 'tags=wool', 'tags=grey'],
    ]);
  });

  it('knows wholes and parts, and lists that are written as objects or within lists', () => {
    const [ways, leg] = toRecords([[{ leg: 'L-1' }, { leg: 'L-2' }]]);
    expect(ways).toMatchObject({ fields: [], parts: [{}, {}] });
    expect(leg?.parent).toBe(ways);
    const [product, ...variants] = toRecords({
      name: 'Kettle',
      variants: { k1: { id: 'k1' }, k2: { id: 'k2' } },
    });
    expect(product?.parts).toEqual(variants);
    expect(variants.map(({ fields }) => fields[0]?.path)).toEqual(['variants.k1.id', 'variants.k2.id']);
  });

  it('speaks of what is owed without its sign', () => {
    expect(fieldValues({ value: -12.5 })[0]?.key).toBe('number:12.5');
  });

  it('knows no things in plain values', () => {
    expect(toRecords('12.5')).toEqual([]);
    expect(toRecords(null)).toEqual([]);
  });

  it('rounds sums of decimals and lets an amount without a currency be money', () => {
    const [amount] = fieldValues({ value: 12.340000000000003 });
    const [said] = findValues('€12.34');
    expect(isAmountOf(amount!, said!)).toBe(true);
  });

  it('reads short names with figures as ids', () => {
    expect(fieldValues({ value: 'card_88' }).map(({ key }) => key)).toContain('id:card88');
    expect(fieldValues({ value: true })).toEqual([]);
  });
});
