import type { ComposerState, Inserted, InsertFailure, InsertRequest, PageSnapshot } from './contract';
import { readText } from './editor/blocks';
import { createInsert, isReadOnly } from './editor/insert';
import { recogniseEditor } from './editor/recognise';
import { type FetchedApi, fetchApi } from './fetch-api';
import type { HelpdeskPage } from './page-contract';
import { type PageEvent, watchPage } from './watch';

type Context = { signal: AbortSignal };
type Answer<T, E> = { ok: true; value: T } | { ok: false; error: E };

/** What the content script of one page answers, by the methods of the rpc contract. */
export function createPageHandlers(page: Document, helpdesk: HelpdeskPage, signal: AbortSignal) {
  const insert = createInsert(page, helpdesk, signal);
  return {
    'page.watch': (_input: object, context: Context): AsyncIterable<PageEvent> =>
      pageEvents(page, helpdesk, context.signal),
    'api.get': async function* ({ path }: { path: string }, context: Context): AsyncGenerator<FetchedApi> {
      yield await fetchApi(helpdesk, path, context.signal);
    },
    'page.snapshot': async ({ ticketId }: { ticketId: string }): Promise<PageSnapshot | null> =>
      helpdesk.snapshot(page, ticketId),
    'page.focused': async (): Promise<boolean> => page.hasFocus(),
    'composer.read': async (): Promise<ComposerState> => readComposer(page, helpdesk),
    'composer.insert': (request: InsertRequest): Promise<Answer<Inserted, InsertFailure>> => insert(request),
  };
}

export function readComposer(page: Document, helpdesk: HelpdeskPage): ComposerState {
  const open = helpdesk.findOpenTicket(page, new URL(page.location.href));
  if (open.kind !== 'ticket')
    return { found: false, reason: open.kind === 'none' ? 'no-ticket' : 'ambiguous' };
  const composer = helpdesk.findComposer(page, open.ticketId);
  if (!composer.found) return composer;
  const { element, mode, modeLabel, format } = composer;
  return {
    found: true,
    ticketId: open.ticketId,
    mode,
    modeLabel,
    format,
    editor: recogniseEditor(element),
    readOnly: isReadOnly(element),
    text: readText(element),
  };
}

async function* pageEvents(
  page: Document,
  helpdesk: HelpdeskPage,
  asker: AbortSignal,
): AsyncGenerator<PageEvent> {
  const left = new AbortController();
  const signal = AbortSignal.any([asker, left.signal]);
  const waiting: PageEvent[] = [];
  let wake: () => void = () => {};
  signal.addEventListener('abort', () => wake());
  watchPage(
    page,
    helpdesk,
    (event) => {
      waiting.push(event);
      wake();
    },
    signal,
  );
  try {
    while (!signal.aborted) {
      const next = waiting.shift();
      if (next) yield next;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    left.abort();
  }
}
