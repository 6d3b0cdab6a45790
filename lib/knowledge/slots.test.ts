import { describe, expect, it } from 'vitest';
import { fillSlots, findSlots, normaliseSlots } from './slots';

describe('slots', () => {
  it('are the same slot in both helpdesks and in our own words', () => {
    const texts = [
      'Hi {{customer.first_name}}',
      'Hi {{ ticket.requester.first_name }}',
      'Hi {{ticket.customer.firstname}}',
      'Hi {{ticket.customer.integrations.shopify.customer.first_name}}',
    ];
    expect(texts.map((text) => fillSlots(text, { 'customer.first_name': 'Rosa' }).text)).toEqual(
      texts.map(() => 'Hi Rosa'),
    );
  });

  it('read the newest Shopify order, and drop a filter with a known name', () => {
    const text =
      '{{ticket.customer.integrations.shopify.orders[0].name}} of {{ticket.customer.integrations.shopify.orders[0].created_at|datetime_format("MMM d")}}';
    expect(normaliseSlots(text)).toBe('{{order.name}} of {{order.placed_at}}');
  });

  it('leave what they do not know in sight, each named once', () => {
    const text =
      'Hi {{customer.first_name}}, {{dc.refund_note}} {{dc.refund_note}} {% if x %}{{order.name}}{% endif %}';
    const { text: filled, unfilled } = fillSlots(text, { 'order.name': '#1042', 'customer.first_name': '' });
    expect(filled).toBe(
      'Hi {{customer.first_name}}, {{dc.refund_note}} {{dc.refund_note}} {% if x %}#1042{% endif %}',
    );
    expect(unfilled).toEqual(['customer.first_name', 'dc.refund_note', '{% if x %}', '{% endif %}']);
  });

  it('do not take another order or a name of Object for a slot', () => {
    const text =
      '{{ticket.customer.integrations.shopify.orders[1].name}} {{constructor}} {{ticket.customer.integrations.shopify.customer.toString}}';
    expect(normaliseSlots(text)).toBe(text);
  });

  it('are found with their place in the text', () => {
    const text = 'A {{order.name}} b {{what.is_this}}';
    expect(findSlots(text)).toEqual([
      { start: 2, end: 16, name: 'order.name', slot: 'order.name' },
      { start: 19, end: 35, name: 'what.is_this', slot: null },
    ]);
  });

  it('never loop on braces that do not close', () => {
    expect(fillSlots('{{{{ customer', {}).text).toBe('{{{{ customer');
    expect(fillSlots(`${'{{'.repeat(20_000)}x`, {}).unfilled).toEqual([]);
  });
});
