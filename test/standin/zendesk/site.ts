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
import { hashOf, type Random } from '../core/random';
import type { Account } from './account';
import { articlePath } from './api/articles';
import { appendComment } from './api/writes';
import type { ZendeskOptions } from './options';
import type { Boot } from './page/boot';
import { fixedIds } from './records';
import { ticketRows, ticketView } from './views';

const submitSchema = z.object({
  html: z.string(),
  text: z.string(),
  visibility: z.enum(['public', 'internal']),
  isTrusted: z.boolean(),
  status: z.enum(['open', 'pending', 'hold', 'solved', 'new', 'closed']),
});

interface SiteState {
  account: Account;
  options: ZendeskOptions;
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

/** The agent's page, what it asks of its own server, the login page, and the public help centre. */
export async function createSite({ random, push, recordSubmit }: SiteDeps): Promise<Site> {
  const folder = join(import.meta.dirname, 'page');
  const bundle = await bundlePage({
    name: 'zendesk',
    entryPoints: {
      page: join(folder, 'main.tsx'),
      'editor-current': join(folder, 'editor-current.css'),
      'editor-older': join(folder, 'editor-older.css'),
    },
  });
  const { css, classes } = hashedStyle(
    readFileSync(join(folder, 'page.css'), 'utf8'),
    random.fork('classes'),
  );
  const stylePath = `/standin/style-${random.fork('style').hash(10)}.css`;

  const answerPage = (
    request: StandinRequest,
    { account, options, sessionId }: SiteState,
  ): StandinResponse => {
    if (options.signedOut) return redirectResponse('/access/unauthenticated');
    const boot: Boot = {
      options,
      account: { name: account.store.name, host: account.host },
      agent: { id: fixedIds.agent, name: account.store.agent.name },
      openTickets: options.openTickets ?? [...account.tickets.keys()].slice(0, 5),
      classes,
      seed: hashOf(`${request.url.pathname}${random.fork('page').next()}`),
    };
    return htmlResponse(shell(bundle, boot, stylePath), 200, {
      'set-cookie': `_zendesk_session=${sessionId}; Path=/; Secure; HttpOnly; SameSite=Lax`,
    });
  };

  const submit = (request: StandinRequest, id: number, { account, options }: SiteState): StandinResponse => {
    const ticket = account.tickets.get(id);
    if (!ticket) return jsonResponse({ error: 'RecordNotFound' }, 404);
    const body = submitSchema.parse(JSON.parse(request.body));
    const { html, text, visibility, isTrusted, status } = body;
    recordSubmit({ at: account.now(), ticketId: id, visibility, html, text, isTrusted });
    if (ticket.status === 'closed') return jsonResponse({ error: 'RecordInvalid' }, 422);
    if (options.lightAgent && visibility === 'public') return jsonResponse({ error: 'Forbidden' }, 403);
    if (html.trim() !== '') appendComment(ticket, html, visibility === 'public', { account });
    ticket.status = status;
    account.touch(ticket);
    push.send('ticket', { id });
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
      if (pathname === '/' || pathname === '/agent') return redirectResponse('/agent/dashboard');
      if (pathname.startsWith('/agent/')) return answerPage(request, state);
      if (pathname === '/access/unauthenticated') return htmlResponse(loginPage(account.store.name));
      // Attachments lie on another host, which nobody should fetch unasked.
      if (pathname.startsWith('/attachments/'))
        return redirectResponse('https://p1.zdusercontent.com/attachment/1');
      if (pathname.startsWith('/hc/')) return articlePage(request, state);
      if (options.signedOut) return { status: 401, body: '' };
      if (pathname === '/standin/events') {
        return { status: 200, stream: (response) => push.attach(response) };
      }
      if (pathname === '/standin/tickets') return jsonResponse(ticketRows(account));
      const match = /^\/standin\/tickets\/(\d+)(\/submit)?$/.exec(pathname);
      const ticket = account.tickets.get(Number(match?.[1]));
      if (match?.[2] && request.method === 'POST') return submit(request, Number(match[1]), state);
      if (ticket) return jsonResponse(ticketView(ticket, account));
      return htmlResponse('<!doctype html><title>Not found</title><h1>Not found</h1>', 404);
    },
  };
}

/** `.c-name` of the style sheet becomes a name like `sc-4f2k9x-0`, new for each seed. */
function hashedStyle(source: string, random: Random): { css: string; classes: Record<string, string> } {
  const classes: Record<string, string> = {};
  const css = source.replace(/\.c-([a-z0-9-]+)/g, (_whole, name: string) => {
    classes[name] ??= random.hash(7);
    return `.${classes[name]}`;
  });
  return { css, classes };
}

function shell(bundle: PageBundle, boot: Boot, stylePath: string): string {
  return `<!doctype html>
<html lang="${boot.options.locale}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(boot.account.name)} – Agent</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${bundle.url(`editor-${boot.options.editor}.css`)}">
<link rel="stylesheet" href="${stylePath}">
</head>
<body>
<div id="root"></div>
${dataBlock('boot', boot)}
<script type="module" src="${bundle.url('page.js')}"></script>
</body>
</html>`;
}

function loginPage(name: string): string {
  return `<!doctype html><html lang="en"><title>Sign in</title><h1>Sign in to ${escapeHtml(name)}</h1>
<form method="post" action="/access/login"><label>Email <input name="email"></label><button>Sign in</button></form></html>`;
}

/** A stranger gets neither restricted articles nor drafts; a signed-in agent gets both. */
function articlePage(request: StandinRequest, { account, options, sessionId }: SiteState): StandinResponse {
  const id = Number(/\/articles\/(\d+)/.exec(request.url.pathname)?.[1]);
  const article = account.articles.find((candidate) => candidate.id === id);
  const isAgent = !options.signedOut && request.cookies._zendesk_session === sessionId;
  if (!article || (!isAgent && (article.isRestricted || article.isDraft))) {
    return htmlResponse('<!doctype html><title>Not found</title><h1>Not found</h1>', 404);
  }
  return htmlResponse(
    `<!doctype html><html lang="${article.locale}"><title>${escapeHtml(article.title)}</title>
<link rel="canonical" href="https://${account.host}${encodeURI(articlePath(article))}">
<main><h1>${escapeHtml(article.title)}</h1><div class="article-body">${article.html}</div></main></html>`,
  );
}
