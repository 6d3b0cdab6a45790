import type { PlainResponse } from '../../core/http';
import { apiErrors } from './errors';

export interface Page<T> {
  items: T[];
  /** `meta` and `links`, or `count`, `next_page`, `previous_page`: to be spread into the body. */
  envelope: Record<string, unknown>;
}

interface Paging {
  /** Items per page when the caller does not say. */
  defaultSize?: number;
  idOf(item: never): string | number;
}

/** Cursor pages when `page[size]` (or a cursor) is given, else offset pages; both as documented. */
export function paginate<T>(
  items: readonly T[],
  url: URL,
  paging: Paging & { idOf(item: T): string | number },
): Page<T> | PlainResponse {
  const isCursor = ['page[size]', 'page[after]', 'page[before]'].some((key) => url.searchParams.has(key));
  return isCursor ? cursorPage(items, url, paging.idOf) : offsetPage(items, url, paging.defaultSize ?? 100);
}

export function isRefusal<T>(page: Page<T> | PlainResponse): page is PlainResponse {
  return 'status' in page;
}

function cursorPage<T>(
  items: readonly T[],
  url: URL,
  idOf: (item: T) => string | number,
): Page<T> | PlainResponse {
  const asked = Number(url.searchParams.get('page[size]') ?? 100);
  if (!Number.isInteger(asked) || asked < 1) return apiErrors.invalidAttribute('page[size] is not valid');
  const size = Math.min(asked, 100);
  const after = url.searchParams.get('page[after]');
  const before = url.searchParams.get('page[before]');
  const indexOf = (cursor: string) => {
    const id = Buffer.from(cursor, 'base64url').toString();
    return items.findIndex((item) => String(idOf(item)) === id);
  };
  let from = 0;
  if (after !== null) {
    const at = indexOf(after);
    if (at < 0) return apiErrors.invalidAttribute('page[after] is not valid');
    from = at + 1;
  } else if (before !== null) {
    const at = indexOf(before);
    if (at < 0) return apiErrors.invalidAttribute('page[before] is not valid');
    from = Math.max(0, at - size);
  }
  const shown = items.slice(from, from + size);
  const cursorOf = (item: T | undefined) =>
    item === undefined ? null : Buffer.from(String(idOf(item))).toString('base64url');
  const hasMore = from + size < items.length;
  const afterCursor = cursorOf(shown.at(-1));
  const beforeCursor = cursorOf(shown[0]);
  const link = (key: string, cursor: string | null) => {
    const target = new URL(url);
    target.searchParams.delete('page[after]');
    target.searchParams.delete('page[before]');
    target.searchParams.set('page[size]', String(size));
    if (cursor !== null) target.searchParams.set(key, cursor);
    return target.href;
  };
  return {
    items: shown,
    envelope: {
      meta: { has_more: hasMore, after_cursor: afterCursor, before_cursor: beforeCursor },
      links: {
        next: hasMore ? link('page[after]', afterCursor) : null,
        prev: from > 0 ? link('page[before]', beforeCursor) : null,
      },
    },
  };
}

function offsetPage<T>(items: readonly T[], url: URL, defaultSize: number): Page<T> | PlainResponse {
  const page = Math.max(1, Math.trunc(Number(url.searchParams.get('page') ?? 1)) || 1);
  const perPage = Math.min(
    100,
    Math.trunc(Number(url.searchParams.get('per_page') ?? defaultSize)) || defaultSize,
  );
  if (page * perPage > 10_000) return apiErrors.paginationDepth();
  const link = (target: number) => {
    const href = new URL(url);
    href.searchParams.set('page', String(target));
    href.searchParams.set('per_page', String(perPage));
    return href.href;
  };
  return {
    items: items.slice((page - 1) * perPage, page * perPage),
    envelope: {
      count: items.length,
      next_page: page * perPage < items.length ? link(page + 1) : null,
      previous_page: page > 1 ? link(page - 1) : null,
    },
  };
}
