import { type ArticleKind, articleKinds } from '@/lib/knowledge/article';

const importWays = ['files', 'guide', 'macros', 'demo'] as const;
export type ImportWay = (typeof importWays)[number];

/** Which page the address names. `id` is `null` for an article that is not written yet. */
export type Route =
  | { readonly page: 'articles'; readonly kind: ArticleKind | null }
  | { readonly page: 'article'; readonly id: string | null }
  | { readonly page: 'import'; readonly way: ImportWay | null }
  | { readonly page: 'settings' };

/** Reads the part of the address behind `#`. An address that names nothing opens the articles. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?');
  const [page, id] = path.split('/').map(decode);
  const options = new URLSearchParams(query);
  if (page === 'import') return { page, way: importWays.find((way) => way === id) ?? null };
  if (page === 'settings') return { page };
  if (page === 'articles' && id) return { page: 'article', id: id === 'new' ? null : id };
  return { page: 'articles', kind: articleKinds.find((kind) => kind === options.get('kind')) ?? null };
}

export function formatRoute(route: Route): string {
  switch (route.page) {
    case 'articles':
      return route.kind === null ? '#/articles' : `#/articles?kind=${route.kind}`;
    case 'article':
      return `#/articles/${route.id === null ? 'new' : encodeURIComponent(route.id)}`;
    case 'import':
      return route.way === null ? '#/import' : `#/import/${route.way}`;
    case 'settings':
      return '#/settings';
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A broken escape in a typed address: then it names nothing.
    return '';
  }
}
