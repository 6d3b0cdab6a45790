import type { SeedStore, SeedTicket } from '../contract';

/** Ids of the tickets that `set('extras', true)` adds. */
export const extraTickets = {
  long: 990_001,
  huge: 990_002,
  rightToLeft: 990_003,
  cjk: 990_004,
  longChat: 990_005,
} as const;

/** The store with the hard cases that no demo store should be full of. */
export function withExtras(store: SeedStore): SeedStore {
  const customer = store.customers[0];
  if (!customer) return store;
  const ticket = (id: number, subject: string, messages: SeedTicket['messages']): SeedTicket => ({
    id,
    subject,
    channel: 'email',
    status: 'open',
    customerId: customer.id,
    tags: [],
    messages,
  });
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 1, 8, minute)).toISOString();
  const long = Array.from({ length: 160 }, (_, index) => ({
    from: index % 2 === 0 ? ('customer' as const) : ('agent' as const),
    visibility: index % 10 === 9 ? ('internal' as const) : ('public' as const),
    at: at(index),
    text: `Message ${index + 1} of a long thread.`,
  }));
  const line = 'The parcel was opened and the box was wet on one side. ';
  const one = (text: string) => [
    { from: 'customer' as const, visibility: 'public' as const, at: at(0), text },
  ];
  return {
    ...store,
    tickets: [
      ...store.tickets,
      ticket(extraTickets.long, 'A long thread', long),
      ticket(extraTickets.huge, 'A very long mail', one(`${line.repeat(1900)}\n\nSo what now?`)),
      ticket(extraTickets.rightToLeft, 'متى يصل طلبي؟', one('مرحبا،\n\nمتى يصل طلبي رقم 1001؟ شكرا.')),
      ticket(extraTickets.cjk, '返品について', one('お世話になります。\n\n注文した商品を返品できますか。')),
      { ...ticket(extraTickets.longChat, 'A long chat', long), channel: 'messaging' },
    ],
  };
}
