import { webDigest } from '@/lib/knowledge/import/web-digest';
import type { SearchClient } from '@/lib/search/worker/client';
import type { ArticleRepository } from '@/lib/store/articles';

/**
 * Brings in the invented shop and makes it searchable. The importer and its articles are loaded on this call, so that
 * the panel's first view does not carry them. Rejects when the articles could not be stored or indexed.
 */
export async function importDemoShop(
  articles: ArticleRepository,
  search: SearchClient,
  tools: { now: () => string; newId: () => string },
  onProgress: (progress: { done: number; of: number }) => void,
  signal: AbortSignal,
): Promise<void> {
  const [{ demoShop }, { runImport }] = await Promise.all([
    import('@/lib/knowledge/import/demo-shop/importer'),
    import('@/lib/knowledge/import/run-import'),
  ]);
  const report = await runImport(demoShop, null, articles, {
    signal,
    tools: { ...tools, digest: webDigest },
    onProgress: ({ done, total }) => onProgress({ done, of: total ?? done }),
  });
  if (report.stopped) throw new Error(`The demo shop was not stored: ${report.stopped}`);
  const indexed = await search.reindex(() => {}, signal);
  if (!indexed.ok) throw new Error(`The demo shop was not indexed: ${indexed.error.code}`);
}
