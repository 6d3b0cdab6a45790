import type { Helpdesk, HelpdeskDefinition, HelpdeskDeps } from '../core/helpdesk';
import { htmlResponse, type PlainResponse, type StandinRequest } from '../core/http';
import { createLeakyBucket } from '../core/limits';
import { type Account, createAccount } from './account';
import { refuse } from './api/access';
import { apiError, unknownAccount } from './api/errors';
import { answerApi } from './api/router';
import { addExtras } from './extras';
import { defaultOptions, withOption } from './options';
import { fixedIds } from './records';
import { createSite, loginPage } from './site';

export const gorgias: HelpdeskDefinition = {
  name: 'gorgias',
  domain: 'gorgias.com',
  create: createGorgias,
};

/** The documented drain of the bucket. */
const bucketMs = 20_000;

async function createGorgias(deps: HelpdeskDeps): Promise<Helpdesk> {
  const { host, push, random, now } = deps;
  const site = await createSite({ random, push, recordSubmit: deps.recordSubmit });
  const latency = random.fork('latency');
  const sessionId = random.fork('session').hash(32);
  let options = defaultOptions(deps.locale);
  let account = open();
  let bucket = createLeakyBucket(options.rateLimit, bucketMs, now);

  function open(): Account {
    const opened = createAccount(deps.store, host, now);
    if (options.extras) addExtras(opened);
    return opened;
  }

  function answer(request: StandinRequest): PlainResponse {
    const verdict = bucket.take();
    const used = verdict.limit - verdict.remaining;
    const headers = { 'x-gorgias-account-api-call-limit': `${used}/${verdict.limit}` };
    if (!verdict.allowed) {
      return apiError(429, 'Too many requests.', { ...headers, 'retry-after': String(verdict.resetSeconds) });
    }
    const changed = (id: number) => push.send('ticket', { id });
    const response =
      refuse(request, account, options, sessionId) ?? answerApi(request, { account, options, changed });
    return { ...response, headers: { ...response.headers, ...headers } };
  }

  function ticketOf(id: number) {
    const ticket = account.tickets.get(id);
    if (!ticket) throw new Error(`Gorgias stand-in: no ticket ${id}`);
    return ticket;
  }

  return {
    loginPath: '/login',
    latencyMs: (request) =>
      request.url.pathname.startsWith('/api/') ? latency.int(options.latency.min, options.latency.max) : 0,
    handle: (request) => {
      if (request.host === 'app.gorgias.com') return htmlResponse(loginPage('Gorgias'));
      if (request.host !== host) return unknownAccount();
      if (request.url.pathname.startsWith('/api/')) return answer(request);
      return site.handle(request, { account, options, sessionId });
    },
    ticketUrl: (ticketId) => `https://${host}/app/views/${fixedIds.view}/${ticketId}`,
    receive(ticketId, message) {
      const ticket = ticketOf(ticketId);
      account.addMessage(ticket, message);
      account.touch(ticket);
      push.send('ticket', { id: ticketId });
    },
    set(option, value) {
      if (option === 'openTicket') {
        // Not a setting: every open page goes to that ticket, as when the agent's queue moves on.
        push.send('navigate', { id: ticketOf(Number(value)).id });
        return;
      }
      options = withOption(options, option, value);
      if (option === 'extras') account = open();
      if (option === 'rateLimit') bucket = createLeakyBucket(options.rateLimit, bucketMs, now);
      if (option === 'presence') push.send('presence', options.presence);
    },
    reset() {
      options = defaultOptions(deps.locale);
      account = open();
      bucket = createLeakyBucket(options.rateLimit, bucketMs, now);
    },
  };
}
