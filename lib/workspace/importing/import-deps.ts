import { browser } from 'wxt/browser';
import { helpdesks } from '@/lib/helpdesk/registry';
import type { ImportRepository } from '@/lib/knowledge/import/run-import';
import type { VersionTools } from '@/lib/knowledge/versions';
import { systemClock } from '@/lib/platform/clock';
import { createApiGet } from '@/lib/rpc/api-get';
import { createTabClient } from '@/lib/rpc/client';
import type { HelpdeskTab, ImportDeps, ImportRequest, ImportRun } from '../deps';

/** The importers, each loaded when its source is chosen: none of them weighs on a page that only lists articles. */
export function createImportDeps(repository: ImportRepository, tools: VersionTools): ImportDeps {
  return {
    run: (request, options) => run(request, options, repository, tools),
    helpdeskTabs,
  };
}

async function run(
  request: ImportRequest,
  options: ImportRun,
  repository: ImportRepository,
  tools: VersionTools,
) {
  const { runImport } = await import('@/lib/knowledge/import/run-import');
  const all = { ...options, tools };
  switch (request.importer) {
    case 'files': {
      const { files } = await import('@/lib/knowledge/import/files/importer');
      return runImport(files, request.files, repository, all);
    }
    case 'demo-shop': {
      const { demoShop } = await import('@/lib/knowledge/import/demo-shop/importer');
      return runImport(demoShop, null, repository, all);
    }
    case 'zendesk-guide': {
      const { zendeskGuide } = await import('@/lib/knowledge/import/zendesk-guide/importer');
      return runImport(zendeskGuide, { ...pagedSource(request), locales: [] }, repository, all);
    }
    case 'zendesk-macros': {
      const { zendeskMacros } = await import('@/lib/knowledge/import/zendesk-macros/importer');
      return runImport(zendeskMacros, pagedSource(request), repository, all);
    }
    case 'gorgias-macros': {
      const { gorgiasMacros } = await import('@/lib/knowledge/import/gorgias-macros/importer');
      return runImport(gorgiasMacros, pagedSource(request), repository, all);
    }
  }
}

/** The helpdesk's API through the content script of an open tab, with the agent's own session. */
function pagedSource({ account, tabId }: { account: string; tabId: number }) {
  return { account, get: createApiGet(createTabClient(tabId)), sleep: systemClock.sleep };
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
