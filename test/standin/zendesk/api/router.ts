import { jsonResponse, type PlainResponse, type StandinRequest } from '../../core/http';
import { getArticle, incrementalArticles, listArticles, searchArticles } from './articles';
import type { ApiContext, Endpoint } from './context';
import { apiErrors } from './errors';
import { applyMacro, applyMacroToTicket, getMacro, listMacros } from './macros';
import { search } from './search';
import {
  conversationLog,
  getTicket,
  listComments,
  listSideConversations,
  listTicketFields,
  listTickets,
  requestedTickets,
} from './tickets';
import { anonymousShape } from './user-shape';
import { getMe, getUser, listUserFields, showManyUsers } from './users';
import { createTicketEndpoint, updateTags, updateTicket } from './writes';

export interface Api {
  handle(request: StandinRequest, context: ApiContext, isSignedIn: boolean): PlainResponse;
}

/** All of the guide's endpoints; `.json` is optional for tickets and required for the help centre. */
export function createApi(): Api {
  const createTicket = createTicketEndpoint();
  const routes: [method: string, path: RegExp, endpoint: Endpoint][] = [
    ['GET', /^users\/me$/, getMe],
    ['GET', /^users\/show_many$/, showManyUsers],
    ['GET', /^users\/(\d+)$/, getUser],
    ['GET', /^users\/(\d+)\/tickets\/requested$/, requestedTickets],
    ['GET', /^user_fields$/, listUserFields],
    ['GET', /^tickets$/, listTickets],
    ['POST', /^tickets$/, createTicket],
    ['GET', /^tickets\/(\d+)$/, getTicket],
    ['PUT', /^tickets\/(\d+)$/, updateTicket],
    ['GET', /^tickets\/(\d+)\/comments$/, listComments],
    ['GET', /^tickets\/(\d+)\/conversation_log$/, conversationLog],
    ['GET', /^tickets\/(\d+)\/side_conversations$/, listSideConversations],
    ['GET', /^tickets\/(\d+)\/macros\/(\d+)\/apply$/, applyMacroToTicket],
    ['POST', /^tickets\/(\d+)\/tags$/, updateTags],
    ['PUT', /^tickets\/(\d+)\/tags$/, updateTags],
    ['DELETE', /^tickets\/(\d+)\/tags$/, updateTags],
    ['GET', /^search$/, search],
    ['GET', /^macros(?:\/active)?$/, listMacros],
    ['GET', /^macros\/(\d+)$/, getMacro],
    ['GET', /^macros\/(\d+)\/apply$/, applyMacro],
    ['GET', /^ticket_fields$/, listTicketFields],
    ['GET', /^help_center\/incremental\/articles$/, incrementalArticles],
    ['GET', /^help_center\/articles\/search$/, searchArticles],
    ['GET', /^help_center\/articles\/(\d+)$/, getArticle],
    ['GET', /^help_center\/articles$/, listArticles],
    ['GET', /^help_center\/([a-z]{2}(?:-[a-z0-9]+)*)\/articles$/i, listArticles],
    ['GET', /^help_center\/([a-z]{2}(?:-[a-z0-9]+)*)\/articles\/(\d+)$/i, getArticle],
  ];
  return {
    handle(request, context, isSignedIn) {
      const path = request.url.pathname.replace(/^\/api\/v2\//, '');
      const plain = path.replace(/\.json$/, '');
      if (path.startsWith('help_center/') && plain === path) return apiErrors.unsupportedMediaType();
      if (!isSignedIn) {
        if (plain === 'users/me') return jsonResponse({ user: anonymousShape(context.account) });
        return apiErrors.unauthenticated();
      }
      if (request.method !== 'GET' && request.headers['x-csrf-token'] !== context.csrfToken)
        return apiErrors.csrf();
      for (const [method, pattern, endpoint] of routes) {
        const match = method === request.method ? pattern.exec(plain) : null;
        if (match) return endpoint(request, match.slice(1), context);
      }
      return apiErrors.invalidEndpoint();
    },
  };
}
