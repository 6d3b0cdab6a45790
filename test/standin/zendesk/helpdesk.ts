import type { HelpdeskDefinition } from '../core/helpdesk';
import { jsonResponse } from '../core/http';

export const zendesk: HelpdeskDefinition = {
  name: 'zendesk',
  domain: 'zendesk.com',
  create: async (deps) => ({
    loginPath: '/access/unauthenticated',
    latencyMs: () => 0,
    handle: () => jsonResponse({ error: 'InvalidEndpoint', description: 'Not found' }, 404),
    ticketUrl: (ticketId) => `https://${deps.host}/agent/tickets/${ticketId}`,
    receive: () => undefined,
    set: () => undefined,
    reset: () => undefined,
  }),
};
