import type { SearchDocument } from './contract';
import { createIndex, type SearchIndex } from './search-index';
import { buildSegment } from './segment/builder';
import { openSegment } from './segment/open';

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

/** Documents as one index of one segment. */
export function indexOf(documents: readonly SearchDocument[]): SearchIndex {
  const opened = openSegment(buildSegment(documents));
  if (!opened.ok) throw new Error(`The index just built does not open (${opened.error.code}).`);
  return createIndex([opened.value]);
}
