/** A file as an importer takes it: `path` is relative to the demo shop, e.g. `articles/refund-times.md`. */
export interface DemoShopFile {
  path: string;
  /** Markdown with YAML front matter, unparsed. */
  text: string;
}

/**
 * The knowledge of the invented shop Halden & Pike, ordered by path. Fetches one chunk on the first call, so that
 * pages which never offer the demo shop never carry it. Rejects only when that chunk cannot be loaded.
 */
export async function loadDemoShop(): Promise<DemoShopFile[]> {
  const { bundledArticles } = await import('./bundled-articles');
  return Object.entries(bundledArticles)
    .map(([path, text]) => ({ path: path.replace(/^\.\//, ''), text }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
