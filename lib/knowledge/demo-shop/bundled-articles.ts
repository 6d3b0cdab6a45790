/**
 * Every article of the demo shop by its path. Only `load.ts` imports this file, and only dynamically: reading
 * eagerly here puts all articles into one chunk of its own instead of one request for each.
 */
export const bundledArticles = import.meta.glob<string>('./articles/*.md', {
  eager: true,
  query: '?raw',
  import: 'default',
});
