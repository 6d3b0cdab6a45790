import { jsonResponse, type PlainResponse, type StandinRequest } from '../../core/http';
import type { TicketRecord } from '../records';
import { type ApiContext, type ApiState, createContext } from './context';
import { createMessage } from './create-message';
import { listCustomers, listDirectory, search, showAccount, showCustomer, viewItems } from './directory';
import { apiError, notFound } from './errors';
import { listMacros, macroShape } from './macros';
import { messageShape } from './ticket-shape';
import {
  listMessages,
  listTicketMessages,
  listTickets,
  showCustomFields,
  showTicket,
  updateTicket,
  writeTags,
} from './tickets';

type Endpoint = (context: ApiContext, ids: number[]) => PlainResponse | null;

function ofTicket(
  answer: (ticket: TicketRecord, context: ApiContext, ids: number[]) => PlainResponse,
): Endpoint {
  return (context, ids) => {
    const ticket = context.account.tickets.get(ids[0] ?? 0);
    return ticket ? answer(ticket, context, ids) : notFound('Ticket');
  };
}

/** Method, path (each `#` is a number), answer. */
const endpoints: readonly [method: string, path: string, endpoint: Endpoint][] = [
  ['GET', 'account', showAccount],
  ['GET', 'tickets', listTickets],
  ['GET', 'tickets/#', ofTicket(showTicket)],
  ['PUT', 'tickets/#', ofTicket(updateTicket)],
  ['GET', 'tickets/#/messages', ofTicket(listTicketMessages)],
  ['POST', 'tickets/#/messages', ofTicket(createMessage)],
  ['GET', 'tickets/#/messages/#', ofTicket(showMessage)],
  ['GET', 'tickets/#/custom-fields', ofTicket(showCustomFields)],
  ['POST', 'tickets/#/tags', ofTicket(writeTags)],
  ['PUT', 'tickets/#/tags', ofTicket(writeTags)],
  ['GET', 'messages', listMessages],
  ['GET', 'customers', listCustomers],
  ['GET', 'customers/#', (context, ids) => showCustomer(ids[0] ?? 0, context)],
  ['GET', 'macros', listMacros],
  ['GET', 'macros/#', showMacro],
  ['PUT', 'views/#/items', viewItems],
  ['POST', 'search', search],
];

/** `/api/…` after access and rate limit. */
export function answerApi(request: StandinRequest, state: ApiState): PlainResponse {
  const context = createContext(request, state);
  // Older documentation writes a slash at the end, newer clients none.
  const path = request.url.pathname.replace(/^\/api\//, '').replace(/\/$/, '');
  const ids = [...path.matchAll(/\/(\d+)(?=\/|$)/g)].map((match) => Number(match[1]));
  const pattern = path.replace(/\/\d+(?=\/|$)/g, '/#');
  const here = endpoints.filter(([, known]) => known === pattern);
  const endpoint = here.find(([method]) => method === request.method)?.[2];
  if (endpoint) return endpoint(context, ids) ?? notFound('Resource');
  if (here.length > 0) return apiError(405, 'Method not allowed.');
  if (path.startsWith('stats/')) return apiError(400, 'This endpoint is no longer available.');
  const attachment = /^attachment\/download\/\d+\/(.+)$/.exec(path);
  if (attachment)
    return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: 'stand-in' };
  return (request.method === 'GET' && listDirectory(path, context)) || notFound('Resource');
}

function showMessage(ticket: TicketRecord, context: ApiContext, ids: number[]): PlainResponse {
  const message = ticket.messages.find(({ id }) => id === ids[1]);
  return message ? jsonResponse(messageShape(message, context)) : notFound('Message');
}

function showMacro(context: ApiContext, ids: number[]): PlainResponse {
  const macro = context.account.macros.find(({ id }) => id === ids[0]);
  return macro ? jsonResponse(macroShape(macro, context)) : notFound('Macro');
}
