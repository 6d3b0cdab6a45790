import { describe, expect, it } from 'vitest';
import { bareOrderName, cuedOrders, mentionsOf } from './order-mentions';

const spoken = (text: string) => cuedOrders(text).map(({ start, end }) => text.slice(start, end));

describe('orders spoken of', () => {
  it.each([
    ['my order number is QX-4410, thanks', ['QX-4410']],
    ['Bestellung Nr. 55102', ['55102']],
    ['commande n° 78-112', ['78-112']],
    ['order #4410', ['4410']],
    ['see #4410 and # 4411', ['#4410', '# 4411']],
    ['it cost 4410 kr in room 12', []],
  ])('in "%s": %j', (text, names) => {
    expect(spoken(text)).toEqual(names);
  });

  it('are found in every spelling, and not in a part of a longer number', () => {
    const text = 'QX-4410, qx4410 and #QX4410, not QX-44101';
    const found = mentionsOf('#QX-4410', text);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['QX-4410', 'qx4410', '#QX4410']);
    expect(found[1]!.name).toBe('#QX-4410');
    expect(mentionsOf('#7', 'pay 7 kr')).toEqual([]);
    expect(bareOrderName('#W-2378')).toBe(bareOrderName('w2378'));
  });
});
