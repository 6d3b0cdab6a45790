import { jsonResponse } from '../../core/http';
import type { TicketRecord } from '../records';
import type { Endpoint } from './context';
import { apiErrors } from './errors';
import { isRefusal, paginate } from './paging';
import { ticketShape } from './ticket-shape';
import { userShape } from './user-shape';

/** `type:ticket requester:9001 status:open words` — the part of the query language that readers use. */
export const search: Endpoint = (request, _params, context) => {
  const { url } = request;
  const query = url.searchParams.get('query') ?? '';
  if (query.trim() === '') return apiErrors.invalidSearch('Invalid search: query is empty');
  const page = Number(url.searchParams.get('page') ?? 1);
  const perPage = Number(url.searchParams.get('per_page') ?? 100);
  if (page * perPage > 1000)
    return apiErrors.invalidSearch('Invalid search: cannot access beyond 1000 results');
  const filters: Record<string, string> = {};
  const words: string[] = [];
  for (const token of query.split(/\s+/).filter(Boolean)) {
    const match = /^(type|requester|requester_id|status|order_by|sort)[:](.+)$/.exec(token);
    if (match?.[1] && match[2]) filters[match[1]] = match[2];
    else words.push(token.toLowerCase());
  }
  const { account, options } = context;
  const isIndexed = (ticket: TicketRecord) => ticket.changedAtMs + options.searchLagMs <= account.now();
  const requester = filters.requester ?? filters.requester_id;
  const matches = (ticket: TicketRecord) =>
    isIndexed(ticket) &&
    (requester === undefined ||
      String(ticket.requesterId) === requester ||
      account.users.get(ticket.requesterId)?.email === requester) &&
    (filters.status === undefined || ticket.status === filters.status) &&
    words.every((word) =>
      `${ticket.subject} ${ticket.messages.map(({ text }) => text).join(' ')}`.toLowerCase().includes(word),
    );
  const results: { id: number; result_type: string }[] = [];
  if (filters.type === undefined || filters.type === 'ticket') {
    for (const ticket of account.tickets.values()) {
      if (matches(ticket)) results.push({ ...ticketShape(ticket, account), result_type: 'ticket' });
    }
  }
  if (filters.type === 'user') {
    for (const user of account.users.values()) {
      const text = `${user.name} ${user.email ?? ''}`.toLowerCase();
      if (words.every((word) => text.includes(word))) {
        results.push({ ...userShape(user, context), result_type: 'user' });
      }
    }
  }
  const paged = paginate(results, url, { idOf: ({ id }) => id });
  if (isRefusal(paged)) return paged;
  return jsonResponse({ results: paged.items, facets: null, ...paged.envelope });
};
