import type { Ticket } from '@/lib/ticket/ticket';
import type { Finding } from '../finding';
import { createNameFinder, escapePattern } from './people-names';
import { createPlaceFinder } from './people-places';

/** Finds the people of a ticket, whose names, addresses and numbers the helpdesk itself tells. */
export function createPeopleFinder(
  ticket: Pick<Ticket, 'customer' | 'messages' | 'agentName' | 'orders'>,
): (text: string) => Finding[] {
  const { customer, agentName, messages, orders } = ticket;
  const places = orders.flatMap(({ shippingAddress }) => (shippingAddress ? [shippingAddress] : []));
  const names = new Set<string>();
  for (const name of [
    customer.name,
    agentName,
    ...messages.map((message) => message.author.name),
    ...places.map(({ name }) => name),
  ]) {
    if (name && name.trim().length > 1 && !name.includes('@')) names.add(name.trim().replace(/\s+/gu, ' '));
  }
  const [local = ''] = customer.email?.split('@') ?? [];
  const handle = local.replace(/\+.*$/u, '').replace(/\d+$/u, '');
  const isOwn =
    handle.length >= 5 && !/^(?:info|sales|support|office|hello|contact|mail|admin)$/iu.test(handle);
  const findNames = createNameFinder([...names, ...(isOwn ? [handle.replace(/[._-]+/gu, ' ')] : [])]);
  const findPlaces = createPlaceFinder(places.map(({ lines }) => lines));
  const numbers = [customer.phone, ...places.map(({ phone }) => phone)].flatMap((number) =>
    phonePattern(number),
  );
  const email = customer.email ? new RegExp(escapePattern(customer.email), 'giu') : null;
  return (text) => [
    ...(email ? found('EMAIL', text, email) : []),
    ...numbers.flatMap((pattern) => found('PHONE', text, pattern)),
    ...findPlaces(text),
    ...findNames(text),
  ];
}

function found(type: Finding['type'], text: string, pattern: RegExp): Finding[] {
  return [...text.matchAll(pattern)].map((match) => ({
    type,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The number with or without country code and trunk zero, however it is spaced: its last seven digits tell. */
function phonePattern(number: string | null): RegExp[] {
  const digits = number?.replace(/\D/gu, '') ?? '';
  if (digits.length < 7) return [];
  const space = '(?:\\(0\\)|[\\s().\\/\\u00a0\\u2010-\\u2015-])*';
  const tail = [...digits.slice(-7)].join(space);
  const head = digits.slice(0, -7);
  const heads = Array.from({ length: head.length }, (_, from) => [...head.slice(from)].join(space) + space);
  return [
    new RegExp(`(?<!\\d)(?:\\+|00)?\\(?(?:0${space})?(?:${[...heads, ''].join('|')})${tail}(?!\\d)`, 'gu'),
  ];
}
