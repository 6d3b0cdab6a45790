import { jsonResponse } from '../../core/http';
import type { Account } from '../account';
import { htmlToText } from '../markup';
import type { MacroRecord, TicketRecord } from '../records';
import type { Endpoint } from './context';
import { apiErrors } from './errors';
import { isRefusal, paginate } from './paging';
import { ticketShape } from './ticket-shape';
import { ticketOf } from './tickets';

function macroShape(macro: MacroRecord, position: number, account: Account) {
  const comment = {
    html: { field: 'comment_value_html', value: macro.html },
    text: { field: 'comment_value', value: macro.text },
    array: { field: 'comment_value', value: ['channel:all', macro.text] },
  }[macro.form];
  return {
    id: macro.id,
    url: `https://${account.host}/api/v2/macros/${macro.id}.json`,
    title: macro.title,
    raw_title: macro.title,
    description: null,
    active: true,
    default: false,
    position,
    restriction: null,
    actions: [comment, ...(macro.status ? [{ field: 'status', value: macro.status }] : [])],
    created_at: macro.updatedAt,
    updated_at: macro.updatedAt,
  };
}

export const listMacros: Endpoint = (request, _params, context) => {
  const macros = context.account.macros.map((macro, index) => macroShape(macro, index, context.account));
  const page = paginate(macros, request.url, { idOf: ({ id }) => id });
  return isRefusal(page) ? page : jsonResponse({ macros: page.items, ...page.envelope });
};

export const getMacro: Endpoint = (_request, [id], context) => {
  const index = context.account.macros.findIndex((macro) => macro.id === Number(id));
  const macro = context.account.macros[index];
  return macro
    ? jsonResponse({ macro: macroShape(macro, index, context.account) })
    : apiErrors.recordNotFound();
};

/** Renders the placeholders for a ticket, as Zendesk does. Unknown ones vanish. */
function renderMacro(html: string, ticket: TicketRecord, account: Account): string {
  const requester = account.users.get(ticket.requesterId);
  const values: Record<string, string> = {
    'ticket.requester.first_name': requester?.name.split(' ')[0] ?? '',
    'ticket.requester.name': requester?.name ?? '',
    'current_user.name': account.store.agent.name,
    'ticket.id': String(ticket.id),
    ...Object.fromEntries(
      Object.entries(ticket.fields).map(([id, value]) => [`ticket.ticket_field_${id}`, value ?? '']),
    ),
  };
  return html.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_whole, name: string) => values[name] ?? '');
}

function preview(macro: MacroRecord, html: string) {
  const body = htmlToText(html);
  return {
    ...(macro.status && { status: macro.status }),
    comment: { body, html_body: html, scoped_body: [['channel:all', body]], public: true },
  };
}

export const applyMacro: Endpoint = (_request, [id], context) => {
  const macro = context.account.macros.find((candidate) => candidate.id === Number(id));
  if (!macro) return apiErrors.recordNotFound();
  return jsonResponse({ result: { ticket: preview(macro, macro.html) } });
};

export const applyMacroToTicket: Endpoint = (_request, [ticketId, id], context) => {
  const ticket = ticketOf(ticketId, context);
  const macro = context.account.macros.find((candidate) => candidate.id === Number(id));
  if (!ticket || !macro) return apiErrors.recordNotFound();
  const html = renderMacro(macro.html, ticket, context.account);
  return jsonResponse({
    result: { ticket: { ...ticketShape(ticket, context.account), ...preview(macro, html) } },
  });
};
