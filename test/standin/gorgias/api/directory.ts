import * as z from 'zod/mini';
import { jsonResponse, type PlainResponse } from '../../core/http';
import { fixedIds } from '../records';
import type { ApiContext } from './context';
import { customerShape, personShape } from './customer-shape';
import { invalid, notFound } from './errors';
import { pageOf } from './paging';
import { customFields, ticketRowShape } from './ticket-shape';
import { complaints } from './tickets';

const openedAt = Date.parse('2022-03-01T08:00:00Z');

export function showAccount({ account, date }: ApiContext): PlainResponse {
  return jsonResponse({
    id: fixedIds.account,
    domain: account.host.split('.')[0],
    status: { status: 'active' },
    settings: [
      {
        id: 1,
        type: 'business-hours',
        data: {
          timezone: 'Europe/Berlin',
          business_hours: [{ days: '1,2,3,4,5', from_time: '09:00', to_time: '17:00' }],
        },
      },
    ],
    created_datetime: date(openedAt),
    deactivated_datetime: null,
    current_subscription: null,
  });
}

export function showCustomer(id: number, { account, options, date }: ApiContext): PlainResponse {
  const customer = account.customers.get(id);
  return customer ? jsonResponse(customerShape(customer, account, options, date)) : notFound('Customer');
}

/** Rows carry no `integrations`. */
export function listCustomers(context: ApiContext): PlainResponse {
  const { url } = context.request;
  const email = url.searchParams.get('email');
  const rows = [...context.account.customers.values()].filter(
    (customer) => email === null || customer.email === email,
  );
  return pageOf(url, rows, (customer) => ({
    ...customerShape(customer, context.account, { ...context.options, integrations: 'absent' }, context.date),
  }));
}

/** The smaller lists of an account, all in the same envelope. */
export function listDirectory(name: string, context: ApiContext): PlainResponse | null {
  const { account, request, date } = context;
  const tags = [...new Set([...account.tickets.values()].flatMap((ticket) => ticket.tags))];
  const shop = { id: fixedIds.shop, type: 'shopify', name: account.store.name, description: null };
  const lists: Record<string, Record<string, unknown>[]> = {
    'custom-fields': customFields,
    tags: tags.map((tag, index) => ({ id: 501 + index, name: tag, decoration: null, usage: 1 })),
    users: [account.agent, account.bot].map((user) => ({
      ...personShape(user),
      role: { name: 'agent' },
      active: true,
      bio: '',
    })),
    teams: [{ id: fixedIds.team, name: 'Support', members: [{ id: account.agent.id }] }],
    views: [{ id: fixedIds.view, name: 'Inbox', type: 'ticket-list', visibility: 'public' }],
    integrations: [
      shop,
      {
        ...shop,
        id: fixedIds.mailIntegration,
        type: 'email',
        meta: { address: `help@${account.store.domain}` },
      },
      { ...shop, id: fixedIds.httpIntegration, type: 'http' },
    ],
    rules: [{ id: 77, name: 'Say hello', enabled: true }],
    widgets: [],
    events: [],
  };
  const rows = lists[name];
  if (rows) return pageOf(request.url, rows, (row) => ({ ...row, created_datetime: date(openedAt) }));
  // The vendor's schema says a bare array here.
  return name === 'satisfaction-surveys' ? jsonResponse([]) : null;
}

/** The items of a view; here the next page is a URL. */
export function viewItems(context: ApiContext): PlainResponse {
  const rows = [...context.account.tickets.values()].map((ticket) => ticketRowShape(ticket, context));
  return jsonResponse({
    object: 'list',
    uri: context.request.url.pathname,
    data: rows.slice(0, 30),
    meta: {
      prev_items: null,
      next_items: rows.length > 30 ? `${context.request.url.pathname}?cursor=next` : null,
    },
  });
}

/** Fuzzy search; there is no search in the text of tickets. */
export function search(context: ApiContext): PlainResponse {
  const parsed = z
    .object({ type: z.string(), query: z.string(), size: z.optional(z.number().check(z.lte(50))) })
    .safeParse(context.body);
  if (!parsed.success) return invalid(complaints(parsed.error));
  const { type, query, size } = parsed.data;
  const { account } = context;
  const people = type === 'agent' ? [account.agent] : [...account.customers.values()];
  if (!['agent', 'customer', 'customer_profile', 'customer_channel_email'].includes(type)) {
    return invalid({ type: ['Not a valid choice.'] });
  }
  const words = query.toLowerCase();
  const found = people.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(words));
  return jsonResponse({ data: found.slice(0, size ?? 10).map(personShape) });
}
