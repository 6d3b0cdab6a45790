import type { SeedAddress, SeedStore, SeedTicket } from '../../standin/contract';

export interface Identifier {
  value: string;
  /** Whether a text holds it, however it is spaced or escaped there. */
  isIn(text: string): boolean;
}

/**
 * What names or reaches the people of one ticket, read from the store that the helpdesk was built from: names with their
 * parts, mail addresses, phones, postal addresses, and whatever in the messages looks like a card, bank account, network
 * address, key or date of birth. Orders, tracking numbers, prices and days are no identifiers and stay.
 */
export function identifiersOf(ticket: SeedTicket, store: SeedStore): Identifier[] {
  const customer = store.customers.find(({ id }) => id === ticket.customerId)!;
  const orders = store.orders.filter(
    (order) => order.customerId === customer.id || order.name === ticket.order,
  );
  const names = [customer.name, store.agent.name].flatMap((name) => [
    name,
    ...name.split(/[\s.]+/).filter((part) => part.length > 3),
  ]);
  const addresses = [customer.address, ...orders.map(({ shippingAddress }) => shippingAddress)];
  const texts = ticket.messages.flatMap(({ text, html, quoted, signature }) => [
    text,
    html,
    quoted,
    signature,
  ]);
  return [
    ...names.map(asWord),
    ...[customer.email, store.agent.email].map(asText),
    ...(customer.phone ? [asDigits(customer.phone)] : []),
    ...addresses.flatMap((address) => (address ? addressParts(address) : [])),
    ...texts.flatMap((text) => (text ? inText(text) : [])),
  ];
}

function addressParts({ line1, line2, zip }: SeedAddress): Identifier[] {
  // A town alone names nobody, and shops write of towns.
  return [line1, ...(line2 ? [line2] : []), zip].filter((part) => part.length > 3).map(asWord);
}

const patterns: readonly [RegExp, (value: string) => Identifier][] = [
  [/[\w.+-]+@[\w-]+\.[\w.-]*\w/gu, asText],
  [/(?<![\w+])\+\d[\d ()-]{7,}\d/gu, asDigits],
  [/(?<!\d)\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{1,7}(?!\d)/gu, asDigits],
  [/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/gu, asDigits],
  [/(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/gu, asText],
  [/\b(?:sk|pk|rk)[-_][\w-]{12,}/gu, asText],
  [
    /(?<=(?:born|geboren|né|née|nascid\w|nacid\w|birth)[^\d\n]{0,20})\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/giu,
    asText,
  ],
];

function inText(text: string): Identifier[] {
  return patterns.flatMap(([pattern, as]) => [...text.matchAll(pattern)].map(([value]) => as(value)));
}

function asText(value: string): Identifier {
  return { value, isIn: (text) => text.toLowerCase().includes(value.toLowerCase()) };
}

/** As a word of its own: "Mara" is not in "Maranta". */
function asWord(value: string): Identifier {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${value.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, '\\s+')}(?![\\p{L}\\p{N}])`,
    'iu',
  );
  // In JSON a line break is a backslash and a letter, which would hide the beginning of a word.
  return { value, isIn: (text) => pattern.test(text.replace(/\\[nrt]/gu, ' ')) };
}

/** Its digits and letters in a row, whatever parts them. */
function asDigits(value: string): Identifier {
  const bare = value.replace(/[^\dA-Z]/giu, '').slice(-9);
  return { value, isIn: (text) => text.replace(/[ ().+-]/gu, '').includes(bare) };
}
