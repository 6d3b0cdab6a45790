import type { SearchDocument } from './contract';

/** A document for tests; only what a test is about need be said. */
export function testDocument(fields: Partial<SearchDocument> & { articleId: string }): SearchDocument {
  return {
    articleVersion: 1,
    kind: 'faq',
    audience: 'public',
    locale: 'en',
    market: [],
    brand: null,
    productScope: [],
    tags: [],
    status: 'published',
    validFrom: null,
    validUntil: null,
    title: '',
    body: '',
    askedAs: [],
    ...fields,
  };
}
