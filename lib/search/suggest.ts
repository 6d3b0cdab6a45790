import type { SearchFilter, SearchResult } from './contract';
import { search } from './search';
import type { SearchIndex } from './search-index';
import { isUnfinished } from './typed';

export interface SuggestRequest {
  /** What was typed so far; the last word may be unfinished. */
  readonly text: string;
  readonly filter?: SearchFilter | undefined;
  readonly limit: number;
}

/** Search as you type: as `search`, but the last word also stands for the words that begin with it. */
export function suggest(index: SearchIndex, { text, filter, limit }: SuggestRequest): SearchResult {
  return search(index, { text, filter, limit }, { unfinished: isUnfinished(text) });
}
