import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { SeedCustomer, SeedMacro, SeedMessage, SeedOrder, SeedTicket } from '../contract';

const today = '2026-11-24';
const articleFolder = new URL('../../../lib/knowledge/demo-shop/articles/', import.meta.url);

function readText(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}
/** The stand-ins' own loader checks the shape; here the content is held together. */
function readSeed<T>(name: string): T {
  return JSON.parse(readText(name)) as T;
}

const customers = readSeed<SeedCustomer[]>('customers.json');
const orders = readSeed<SeedOrder[]>('orders.json');
const tickets = readSeed<SeedTicket[]>('tickets.json');
const macros = readSeed<SeedMacro[]>('macros.json');
const messages = tickets.flatMap((ticket) => ticket.messages);

/** Article texts by slug, front matter and all. */
const bodyOf = new Map(
  readdirSync(articleFolder).map((name) => [
    name.replace(/\.md$/, ''),
    readFileSync(new URL(name, articleFolder), 'utf8'),
  ]),
);

function cents(amount: string): number {
  expect(amount).toMatch(/^\d+\.\d{2}$/);
  return Math.round(Number(amount) * 100);
}

describe('the orders of the demo shop', () => {
  it('belong to a customer who exists and are named in the order in which they were placed', () => {
    expect(customers.length).toBeGreaterThanOrEqual(14);
    expect(orders.length).toBeGreaterThanOrEqual(22);
    const ids = new Set(customers.map((customer) => customer.id));
    expect(ids.size).toBe(customers.length);
    for (const order of orders) expect(ids.has(order.customerId), order.name).toBe(true);
    const byDate = [...orders]
      .sort((a, b) => a.placedAt.localeCompare(b.placedAt))
      .map((order) => order.name);
    expect(byDate).toEqual([...new Set(orders.map((order) => order.name))].sort());
  });

  it('add up: items and one published shipping price make the total', () => {
    const shipping = {
      EUR: { standard: 590, express: 1490, freeFrom: 8000, symbol: '€' },
      GBP: { standard: 450, express: 990, freeFrom: 7000, symbol: '£' },
      USD: { standard: 790, express: 1990, freeFrom: 9900, symbol: '$' },
    };
    for (const order of orders) {
      const prices = shipping[order.currency as keyof typeof shipping];
      const goods = order.items.reduce((sum, item) => sum + cents(item.price) * item.quantity, 0);
      const isDigital = order.items.every((item) => item.sku === 'HP-G-CARD');
      const allowed = isDigital ? [0] : [goods >= prices.freeFrom ? 0 : prices.standard, prices.express];
      expect(allowed, order.name).toContain(cents(order.total) - goods);
      const pages = [...bodyOf.values()];
      for (const item of order.items.filter(({ sku }) => sku !== 'HP-G-CARD')) {
        const isListed = pages.some(
          (body) =>
            body.includes(item.sku) && body.includes(`${prices.symbol}${item.price.replace(/\.00$/, '')}`),
        );
        expect(isListed, `${order.name}: ${item.sku} at ${item.price}`).toBe(true);
      }
    }
  });

  it('refund never more than was paid, and say so in their state', () => {
    for (const order of orders) {
      const refunded = order.refunds.reduce((sum, refund) => sum + cents(refund.amount), 0);
      const total = cents(order.total);
      const state = refunded === 0 ? 'paid' : refunded === total ? 'refunded' : 'partially_refunded';
      expect(order.financial, order.name).toBe(state);
      expect(refunded, order.name).toBeLessThanOrEqual(total);
      expect(order.fulfilment === 'cancelled', order.name).toBe(order.cancelledAt !== undefined);
    }
  });

  it('ship and refund after they were placed and not after today', () => {
    for (const order of orders) {
      const later = [
        ...order.shipments.map(({ updatedAt }) => updatedAt),
        ...order.refunds.map(({ at }) => at),
      ];
      for (const at of [...later, ...(order.cancelledAt ? [order.cancelledAt] : [])]) {
        expect(at > order.placedAt, order.name).toBe(true);
        expect(at.slice(0, 10) <= today, order.name).toBe(true);
      }
      if (order.fulfilment === 'unfulfilled') expect(order.shipments).toEqual([]);
    }
  });
});

describe('the tickets of the demo shop', () => {
  it('are at least 25 over every channel, with customers and orders that exist and belong together', () => {
    expect(tickets.length).toBeGreaterThanOrEqual(25);
    expect(new Set(tickets.map(({ id }) => id)).size).toBe(tickets.length);
    expect(new Set(tickets.map(({ channel }) => channel))).toEqual(
      new Set(['email', 'chat', 'messaging', 'web']),
    );
    for (const ticket of tickets) {
      expect(
        customers.some(({ id }) => id === ticket.customerId),
        String(ticket.id),
      ).toBe(true);
      if (ticket.order === undefined) continue;
      const order = orders.find(({ name }) => name === ticket.order);
      expect(order?.customerId, String(ticket.id)).toBe(ticket.customerId);
    }
  });

  it('hold their messages in order of time, none of them from after today', () => {
    for (const ticket of tickets) {
      const times = ticket.messages.map(({ at }) => at);
      expect(times, String(ticket.id)).toEqual([...times].sort());
      for (const at of times) expect(new Date(at).toISOString().slice(0, 10) <= today).toBe(true);
      const last = ticket.messages.findLast(({ visibility }) => visibility === 'public');
      expect(last?.from, `${ticket.id} waits for an answer`).toBe('customer');
    }
  });

  it('show what is hard about tickets', () => {
    expect(Math.max(...tickets.map((ticket) => ticket.messages.length))).toBeGreaterThan(30);
    expect(tickets.some((ticket) => ticket.messages.length === 14)).toBe(true);
    expect(messages.some(({ visibility }) => visibility === 'internal')).toBe(true);
    expect(messages.some(({ text, attachments }) => text === '' && (attachments?.length ?? 0) > 0)).toBe(
      true,
    );
    for (const mark of ['gmail_quote', 'MsoNormal', 'Apple-interchange-newline']) {
      expect(
        messages.some(({ html }) => html?.includes(mark)),
        mark,
      ).toBe(true);
    }
    const keys = tickets.map(({ customerId, subject }) => `${customerId} ${subject}`);
    expect(keys.length - new Set(keys).size).toBe(1);
  });

  it('say in HTML what they say in plain text', () => {
    const htmlMessages = messages.filter(
      (message): message is SeedMessage & { html: string } => message.html !== undefined,
    );
    expect(htmlMessages.length).toBeGreaterThanOrEqual(5);
    for (const { html, text, signature } of htmlMessages) {
      const words = (source: string) =>
        source
          .replace(/<[^>]*>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim();
      const plain = words(html).replaceAll('&amp;', '&');
      for (const line of [...text.split('\n'), ...(signature ?? '').split('\n')])
        expect(plain).toContain(words(line));
    }
  });

  it('name only addresses and hosts that can never exist', () => {
    const everything = ['customers.json', 'orders.json', 'tickets.json', 'macros.json', 'store.json']
      .map(readText)
      .join('\n');
    const hosts = [...everything.matchAll(/(?:@|https?:\/\/)([\p{L}\p{N}.-]+\.\p{L}+)/gu)].map(
      (match) => match[1]!,
    );
    expect(hosts.length).toBeGreaterThan(40);
    expect(hosts.filter((host) => !/\.(example|test)$/.test(host))).toEqual([]);
  });

  it('hold only published test card numbers, which pass the Luhn check', () => {
    const published = new Set(['4242424242424242', '5555555555554444', '378282246310005']);
    const found = messages.flatMap(({ text }) =>
      [...text.matchAll(/\b(?:\d[ -]?){13,19}\b/g)].map((match) => match[0].replace(/\D/g, '')),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const number of found) {
      const sum = [...number].reverse().reduce((total, digit, index) => {
        const value = index % 2 === 0 ? Number(digit) : Number(digit) * 2;
        return total + (value > 9 ? value - 9 : value);
      }, 0);
      expect(sum % 10).toBe(0);
      expect(published.has(number)).toBe(true);
    }
  });
});

describe('macros and expectations', () => {
  it('use only the placeholders that the helpdesks know', () => {
    const known = new Set(['customer.first_name', 'order.name', 'order.tracking_number', 'agent.name']);
    const canned = [...bodyOf].filter(([slug]) => slug.startsWith('canned-'));
    expect(canned.length).toBeGreaterThanOrEqual(12);
    expect(macros.length).toBeGreaterThan(canned.length);
    const texts = [...macros.map(({ text }) => text), ...canned.map(([, body]) => body)];
    const used = texts.flatMap((text) => [...text.matchAll(/\{\{(.*?)\}\}/g)].map((match) => match[1]!));
    expect(used.filter((slot) => !known.has(slot))).toEqual([]);
    expect(new Set(used)).toEqual(known);
  });

  const expectationSchema = z.array(
    z.strictObject({
      ticketId: z.number(),
      language: z.enum(['en', 'de', 'fr', 'es', 'pt', 'ar', 'ja']),
      outcome: z.enum(['answer', 'ask', 'no-source', 'escalate']),
      mustCite: z.array(z.string()),
      mustState: z.array(z.string()),
      mustDerive: z.array(z.string()),
      mustNotState: z.array(z.string()),
      note: z.optional(z.string()),
    }),
  );

  it('expect of each ticket only what its articles say', () => {
    const expectations = expectationSchema.parse(readSeed<unknown>('expectations.json'));
    expect(expectations.map(({ ticketId }) => ticketId)).toEqual(tickets.map(({ id }) => id));
    expect(new Set(expectations.map(({ language }) => language)).size).toBeGreaterThanOrEqual(5);
    for (const { ticketId, mustCite, mustState } of expectations) {
      expect(
        mustCite.filter((slug) => !bodyOf.has(slug)),
        String(ticketId),
      ).toEqual([]);
      const sources = mustCite.map((slug) => bodyOf.get(slug)!.replaceAll('*', '')).join('\n');
      for (const phrase of mustState) expect(sources, `${ticketId}: ${phrase}`).toContain(phrase);
    }
  });
});
