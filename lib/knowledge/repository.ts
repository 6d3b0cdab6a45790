import type { Article, ArticleVersion } from './article';

/**
 * Why stored knowledge could not be read or written. Nothing was changed when one of these comes back.
 *
 * - `storage-full`       the browser's quota is used up
 * - `storage-blocked`    another tab holds an older version of the database open
 * - `storage-damaged`    the database cannot be opened or read
 * - `reload-needed`      another tab upgraded the database; this page must be reloaded
 * - `changed-meanwhile`  the article has another version by now (`articleId`)
 */
export type StoreFailure =
  | { readonly code: 'storage-full' }
  | { readonly code: 'storage-blocked' }
  | { readonly code: 'storage-damaged' }
  | { readonly code: 'reload-needed' }
  | { readonly code: 'changed-meanwhile'; readonly articleId: string };

/** One write: the article as it stands now, and the version that it replaces (`null`: it is new or only touched). */
export interface ArticleChange {
  readonly article: Article;
  readonly former: ArticleVersion | null;
  /** Version that must be stored for the write to go through; 0: no such article may exist. */
  readonly expectedVersion: number;
}

/** What an import must know of an article that came from the same system before. */
export interface KnownArticle {
  readonly articleId: string;
  readonly title: string;
  readonly version: number;
  readonly externalId: string;
  readonly scope: string | null;
  readonly imported: { readonly hash: string; readonly version: number } | null;
}
