import type { Page, Worker } from '@playwright/test';
import type { InsertRequest } from '@/lib/helpdesk/contract';
import type { CallMethod, Input, Output } from '@/lib/rpc/contract';
import type { ExtensionBrowser } from './extension';

/** Asks the content script of a page as the extension's own pages do, from the extension's worker. */
export interface PageCalls {
  call<M extends CallMethod>(method: M, input: Input<M>): Promise<Output<M>>;
  /** One GET to the helpdesk's API with the page's session. */
  get(path: string): Promise<Output<'api.get'>>;
  /** What `page.watch` told so far, oldest first, each with the time it came (ms since the epoch). */
  watched(): Promise<{ at: number; part: Output<'page.watch'> }[]>;
  startWatching(): Promise<void>;
}

export async function callsTo(browser: ExtensionBrowser, page: Page): Promise<PageCalls> {
  const worker = await browser.worker();
  const tabId = await findTab(worker, page);
  return {
    async call(method, input) {
      const reply = await worker.evaluate(
        async ({ tabId, request }) =>
          chrome.tabs.sendMessage(tabId, request) as Promise<{ ok: boolean; value?: unknown; code?: string }>,
        { tabId, request: { footnote: 'call', method, input } },
      );
      if (!reply?.ok) throw new Error(`${method} failed: ${JSON.stringify(reply)}`);
      return reply.value as never;
    },
    get(path) {
      return worker.evaluate(
        ({ tabId, path }) =>
          new Promise((resolve, reject) => {
            const port = chrome.tabs.connect(tabId, { name: 'footnote.stream', frameId: 0 });
            port.onDisconnect.addListener(() => reject(new Error('The page closed the connection.')));
            port.onMessage.addListener((message: { part?: unknown }) => resolve(message.part as never));
            port.postMessage({ method: 'api.get', input: { path } });
          }),
        { tabId, path },
      ) as never;
    },
    async startWatching() {
      await worker.evaluate((id) => {
        const store = globalThis as unknown as { seen: { at: number; part: unknown }[] };
        store.seen = [];
        const port = chrome.tabs.connect(id, { name: 'footnote.stream', frameId: 0 });
        port.onMessage.addListener((message: { part?: unknown }) =>
          store.seen.push({ at: Date.now(), part: message.part }),
        );
        port.postMessage({ method: 'page.watch', input: {} });
      }, tabId);
    },
    async watched() {
      return (await worker.evaluate(() => (globalThis as unknown as { seen: unknown[] }).seen)) as never;
    },
  };
}

async function findTab(worker: Worker, page: Page): Promise<number> {
  const tabId = await worker.evaluate(
    async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id ?? -1,
    page.url(),
  );
  if (tabId === -1) throw new Error(`No tab shows ${page.url()}`);
  return tabId;
}

let presses = 0;

/** A request as the panel makes it; a new `requestId` each, unless one is given. */
export function insertRequest(
  part: Partial<InsertRequest> & Pick<InsertRequest, 'ticketId' | 'html' | 'text'>,
): InsertRequest {
  presses += 1;
  return {
    requestId: `press-${presses}`,
    placement: 'replace',
    expectedMode: 'public',
    expectedText: '',
    ...part,
  };
}
