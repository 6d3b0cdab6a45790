import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { SubmitEntry } from '../contract';
import { bundlePage, type PageBundle } from '../core/bundle';
import {
  dataBlock,
  escapeHtml,
  htmlResponse,
  jsonResponse,
  redirectResponse,
  type StandinRequest,
  type StandinResponse,
} from '../core/http';
import type { PushHub } from '../core/push';
import type { Random } from '../core/random';
import type { Account } from './account';
import { setStatus } from './api/tickets';
import type { GorgiasOptions } from './options';
import type { Boot } from './page/boot';
import { fixedIds, type TicketRecord } from './records';
import { ticketRows, ticketView } from './views';

const submitSchema = z.object({
  html: z.string(),
  text: z.string(),
  visibility: z.enum(['public', 'internal']),
  isTrusted: z.boolean(),
  close: z.boolean(),
});

interface SiteState {
  account: Account;
  options: GorgiasOptions;
  sessionId: string;
}

export interface Site {
  handle(request: StandinRequest, state: SiteState): StandinResponse;
}

interface SiteDeps {
  random: Random;
  push: PushHub;
  recordSubmit(entry: SubmitEntry): void;
}

/** The agent's page, what it asks of its own server, and the login page. */
export async function createSite({ random, push, recordSubmit }: SiteDeps): Promise<Site> {
  const folder = join(import.meta.dirname, 'page');
  const bundle = await bundlePage({
    name: 'gorgias',
    entryPoints: { page: join(folder, 'main.tsx'), editors: join(folder, 'editors.css') },
    alias: { react: 'react-17', 'react-dom': 'react-dom-17' },
  });
  const { css, classes } = hashedStyle(
    readFileSync(join(folder, 'page.css'), 'utf8'),
    random.fork('classes'),
  );
  const stylePath = `/standin/style-${random.fork('style').hash(10)}.css`;

  const answerPage = ({ account, options, sessionId }: SiteState): StandinResponse => {
    if (options.signedOut) return redirectResponse('/login');
    const boot: Boot = {
      options,
      account: { name: account.store.name, host: account.host },
      agent: { name: account.agent.name, email: account.agent.email ?? '' },
      viewId: fixedIds.view,
      classes,
    };
    return htmlResponse(shell(bundle, boot, stylePath), 200, {
      'set-cookie': `gorgias_session=${sessionId}; Path=/; Secure; HttpOnly; SameSite=Lax`,
    });
  };

  const submit = (request: StandinRequest, ticket: TicketRecord, state: SiteState): StandinResponse => {
    const { account, options } = state;
    const { html, text, visibility, isTrusted, close } = submitSchema.parse(JSON.parse(request.body));
    const now = account.now();
    recordSubmit({ at: now, ticketId: ticket.id, visibility, html, text, isTrusted });
    const isPublic = visibility === 'public';
    const fails = isPublic && options.sendOutcome === 'failed';
    const dueAt = isPublic ? now + options.sendDelayMs : now;
    account.addWritten(ticket, {
      from: 'agent',
      isPublic,
      channel: isPublic ? ticket.channel : 'internal-note',
      via: 'helpdesk',
      sender: account.agent,
      receiver: isPublic ? ticket.customer : null,
      text,
      html,
      ...(isPublic &&
        options.signatureOnSend && { signature: `${account.agent.name}\n${account.store.name}` }),
      sentAt: fails ? null : dueAt,
      failedAt: fails ? dueAt : null,
      sendingError: fails ? 'The mail server refused the message.' : null,
    });
    if (close) setStatus(ticket, 'closed', now);
    account.touch(ticket);
    push.send('ticket', { id: ticket.id });
    return jsonResponse({ ok: true });
  };

  return {
    handle(request, state) {
      const { pathname } = request.url;
      const { account, options } = state;
      if (pathname === stylePath) {
        return { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, body: css };
      }
      const asset = bundle.respond(pathname);
      if (asset) return asset;
      if (pathname === '/') return redirectResponse('/app');
      if (pathname === '/app' || pathname.startsWith('/app/')) return answerPage(state);
      if (pathname === '/login') return htmlResponse(loginPage(account.store.name));
      if (options.signedOut) return { status: 401, body: '' };
      if (pathname === '/standin/events') return { status: 200, stream: (response) => push.attach(response) };
      if (pathname === '/standin/tickets') return jsonResponse(ticketRows(account));
      const match = /^\/standin\/tickets\/(\d+)(\/submit)?$/.exec(pathname);
      const ticket = account.tickets.get(Number(match?.[1]));
      if (!ticket) return htmlResponse('<!doctype html><title>Not found</title><h1>Not found</h1>', 404);
      if (match?.[2]) return submit(request, ticket, state);
      return jsonResponse(ticketView(ticket, account, options));
    },
  };
}

/** `.Component--part` of the style sheet becomes `.Component--part_4f2k9`, new for each seed. */
function hashedStyle(source: string, random: Random): { css: string; classes: Record<string, string> } {
  const classes: Record<string, string> = {};
  const css = source.replace(/\.([A-Z]\w*--[a-z]\w*)/g, (_whole, name: string) => {
    classes[name] ??= `${name}_${random.hash(5)}`;
    return `.${classes[name]}`;
  });
  return { css, classes };
}

function shell(bundle: PageBundle, boot: Boot, stylePath: string): string {
  return `<!doctype html>
<html lang="${boot.options.locale}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(boot.account.name)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${bundle.url('editors.css')}">
<link rel="stylesheet" href="${stylePath}">
</head>
<body>
<div id="App"></div>
${dataBlock('boot', boot)}
<script type="module" src="${bundle.url('page.js')}"></script>
</body>
</html>`;
}

export function loginPage(name: string): string {
  return `<!doctype html><html lang="en"><title>Log in</title><h1>Log in to ${escapeHtml(name)}</h1>
<form method="post" action="/login"><label>Email <input name="email"></label><button>Log in</button></form></html>`;
}
