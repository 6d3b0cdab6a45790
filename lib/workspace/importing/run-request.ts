import type { ApiGet } from '@/lib/helpdesk/contract';
import type { HtmlConverter } from '@/lib/knowledge/import/formats/html-to-markdown';
import type { ImportReport } from '@/lib/knowledge/import/report';
import { type ImportRepository, runImport } from '@/lib/knowledge/import/run-import';
import type { VersionTools } from '@/lib/knowledge/versions';
import { systemClock } from '@/lib/platform/clock';
import type { ImportRequest, ImportRun } from '../deps';

/** What only a page has: a parser of HTML, and the way to a tab. */
export interface ImportPage {
  readonly convert: HtmlConverter;
  /** The helpdesk's API through the content script of an open tab, with the agent's own session. */
  apiOf(tabId: number): ApiGet;
}

export interface ImportSurroundings {
  readonly page: ImportPage;
  readonly repository: ImportRepository;
  readonly tools: VersionTools;
}

/** Each importer is loaded when its source is chosen. */
export async function runRequest(
  request: ImportRequest,
  options: ImportRun,
  { page, repository, tools }: ImportSurroundings,
): Promise<ImportReport> {
  const all = { ...options, tools };
  const { convert } = page;
  switch (request.importer) {
    case 'files': {
      const { files } = await import('@/lib/knowledge/import/files/importer');
      return runImport(files, { files: request.files, convert }, repository, all);
    }
    case 'demo-shop': {
      const { demoShop } = await import('@/lib/knowledge/import/demo-shop/importer');
      return runImport(demoShop, null, repository, all);
    }
    case 'zendesk-guide': {
      const { zendeskGuide } = await import('@/lib/knowledge/import/zendesk-guide/importer');
      return runImport(zendeskGuide, { ...helpdeskSource(request, page), locales: [] }, repository, all);
    }
    case 'zendesk-macros': {
      const { zendeskMacros } = await import('@/lib/knowledge/import/zendesk-macros/importer');
      return runImport(zendeskMacros, helpdeskSource(request, page), repository, all);
    }
    case 'gorgias-macros': {
      const { gorgiasMacros } = await import('@/lib/knowledge/import/gorgias-macros/importer');
      return runImport(gorgiasMacros, helpdeskSource(request, page), repository, all);
    }
  }
}

function helpdeskSource({ account, tabId }: { account: string; tabId: number }, page: ImportPage) {
  return { account, get: page.apiOf(tabId), sleep: systemClock.sleep, convert: page.convert };
}
