import { jsonResponse, type PlainResponse } from '../../core/http';
import { invalid } from './errors';

/** One page of a list in the current envelope; `cursor` is opaque and names the next start. */
export function pageOf<T>(
  url: URL,
  rows: readonly T[],
  shape: (row: T) => unknown,
  defaultLimit = 30,
): PlainResponse {
  const limit = Number(url.searchParams.get('limit') ?? defaultLimit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    return invalid({ limit: ['Must be between 1 and 100.'] });
  }
  const cursor = url.searchParams.get('cursor');
  const start = cursor === null ? 0 : readCursor(cursor);
  if (start === null) return invalid({ cursor: ['Invalid cursor.'] });
  const end = start + limit;
  return jsonResponse({
    object: 'list',
    uri: url.pathname + url.search,
    data: rows.slice(start, end).map(shape),
    meta: {
      prev_cursor: start > 0 ? writeCursor(Math.max(0, start - limit)) : null,
      next_cursor: end < rows.length ? writeCursor(end) : null,
    },
  });
}

function writeCursor(start: number): string {
  return Buffer.from(`c:${start}`).toString('base64url');
}

function readCursor(cursor: string): number | null {
  const match = /^c:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  return match ? Number(match[1]) : null;
}

/** Sorts by `order_by=field:direction`; null when the field cannot be sorted by. */
export function sorted<T>(
  rows: readonly T[],
  orderBy: string,
  fields: Record<string, (row: T) => number | string>,
): T[] | null {
  const [name = '', direction = 'asc'] = orderBy.split(':');
  const read = fields[name];
  if (!read || (direction !== 'asc' && direction !== 'desc')) return null;
  const sign = direction === 'asc' ? 1 : -1;
  return rows.toSorted((a, b) => {
    const left = read(a);
    const right = read(b);
    return left < right ? -sign : left > right ? sign : 0;
  });
}
