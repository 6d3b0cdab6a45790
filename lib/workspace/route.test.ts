import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute, type Route } from './route';

describe('the address of a page', () => {
  it('is written and read back the same', () => {
    const routes: Route[] = [
      { page: 'articles', kind: null },
      { page: 'articles', kind: 'canned-reply' },
      { page: 'article', id: null },
      { page: 'article', id: '01J/é' },
      { page: 'import', way: null },
      { page: 'import', way: 'macros' },
      { page: 'settings' },
    ];
    expect(routes.map((route) => parseRoute(formatRoute(route)))).toEqual(routes);
  });

  it('opens the articles when it names nothing that is known', () => {
    for (const hash of ['', '#', '#/', '#/packs', '#/articles?kind=poem', '#/articles/%E0%A4%A']) {
      expect(parseRoute(hash), hash).toEqual({ page: 'articles', kind: null });
    }
    expect(parseRoute('#/import/carrier-pigeon')).toEqual({ page: 'import', way: null });
  });
});
