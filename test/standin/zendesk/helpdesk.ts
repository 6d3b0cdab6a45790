import type { Helpdesk, HelpdeskDefinition, HelpdeskDeps } from '../core/helpdesk';
import type { PlainResponse, StandinRequest } from '../core/http';
import { type Account, createAccount } from './account';
import { type Api, createApi } from './api/router';
import { withExtras } from './extras';
import { defaultOptions, withOption } from './options';
import { createSite } from './site';
import { createThrottle } from './throttle';

export const zendesk: HelpdeskDefinition = {
  name: 'zendesk',
  domain: 'zendesk.com',
  create: createZendesk,
};

async function createZendesk(deps: HelpdeskDeps): Promise<Helpdesk> {
  const { host, push, random, now } = deps;
  const site = await createSite({ random, push, recordSubmit: deps.recordSubmit });
  const latency = random.fork('latency');
  const tokens = random.fork('tokens');
  const sessionId = tokens.hash(32);
  let options = defaultOptions(deps.locale);
  let csrfToken = tokens.hash(40);
  let account = open();
  let api: Api = createApi();
  let throttle = createThrottle(options, now);

  function open(): Account {
    const store = options.extras ? withExtras(deps.store) : deps.store;
    const opened = createAccount(store, host, now);
    if (options.extras) {
      opened.articles.push({
        id: 7699,
        title: 'Returns after the holidays (not decided yet)',
        html: '<p>Returns are accepted until 31 January.</p>',
        locale: 'en-us',
        labels: ['returns'],
        isRestricted: false,
        isDraft: true,
        updatedAt: '2026-11-20T00:00:00Z',
      });
    }
    return opened;
  }

  function answerApi(request: StandinRequest): PlainResponse {
    const { refused, headers } = throttle.account();
    const isSignedIn = !options.signedOut && request.cookies._zendesk_session === sessionId;
    const answer =
      refused ??
      api.handle(
        request,
        {
          account,
          options,
          csrfToken,
          changed: (id) => push.send('ticket', { id }),
          mayUpdate: throttle.mayUpdate,
        },
        isSignedIn,
      );
    return { ...answer, headers: { ...headers, ...answer.headers } };
  }

  return {
    loginPath: '/access/unauthenticated',
    latencyMs: (request) =>
      request.url.pathname.startsWith('/api/') ? latency.int(options.latency.min, options.latency.max) : 0,
    handle: (request) =>
      request.url.pathname.startsWith('/api/v2/')
        ? answerApi(request)
        : site.handle(request, { account, options, sessionId }),
    ticketUrl: (ticketId) => `https://${host}/agent/tickets/${ticketId}`,
    receive(ticketId, message) {
      const ticket = account.tickets.get(ticketId);
      if (!ticket) throw new Error(`Zendesk stand-in: no ticket ${ticketId}`);
      account.addMessage(ticket, message);
      account.touch(ticket);
      push.send('ticket', { id: ticketId });
    },
    set(option, value) {
      if (option === 'rotateCsrf') {
        csrfToken = tokens.hash(40);
        return;
      }
      options = withOption(options, option, value);
      if (option === 'extras') account = open();
      if (option === 'rateLimit' || option === 'updateLimit' || option === 'limitAnswer') {
        throttle = createThrottle(options, now);
      }
    },
    reset() {
      options = defaultOptions(deps.locale);
      account = open();
      api = createApi();
      throttle = createThrottle(options, now);
    },
  };
}
