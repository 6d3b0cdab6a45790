import { browser } from 'wxt/browser';
import { helpdesks } from '@/lib/helpdesk/registry';
import { convertHtml } from '@/lib/knowledge/import/formats/html-to-markdown';
import type { VersionTools } from '@/lib/knowledge/versions';
import { createApiGet } from '@/lib/rpc/api-get';
import { createTabClient } from '@/lib/rpc/client';
import type { Store } from '@/lib/store/store';
import type { HelpdeskTab, ImportDeps } from '../deps';
import { runInWorker } from '../import-worker/client';
import { startImportWorker } from '../import-worker/start';
import type { ImportPage } from './run-request';

const page: ImportPage = {
  convert: convertHtml,
  apiOf: (tabId) => createApiGet(createTabClient(tabId)),
};

/** Imports run in workers that end with `signal`, but for a database in the memory of this page, which no worker sees. */
export function createImportDeps(
  store: Pick<Store, 'mode' | 'articles'>,
  tools: VersionTools,
  signal: AbortSignal,
): ImportDeps {
  return {
    async run(request, options) {
      if (store.mode === 'disk')
        return runInWorker(() => startImportWorker(signal), page, tools.now, request, options);
      const { runRequest } = await import('./run-request');
      return runRequest(request, options, { page, repository: store.articles, tools });
    },
    helpdeskTabs,
  };
}

async function helpdeskTabs(): Promise<HelpdeskTab[]> {
  const found = await Promise.all(
    helpdesks.map(async ({ id, name, matches }) => {
      const tabs = await browser.tabs.query({ url: [...matches] });
      return tabs.flatMap((tab): HelpdeskTab[] =>
        tab.id === undefined || !tab.url
          ? []
          : [{ tabId: tab.id, helpdesk: id, helpdeskName: name, account: new URL(tab.url).host }],
      );
    }),
  );
  // One line for an account, however many of its tickets are open.
  return [...new Map(found.flat().map((tab) => [tab.account, tab])).values()];
}
