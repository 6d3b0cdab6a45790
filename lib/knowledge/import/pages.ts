import * as z from 'zod/mini';
import type { ApiGet, ApiResponse, ReadFailure } from '@/lib/helpdesk/contract';
import { err, ok, type Result } from '@/lib/result';
import type { ImportFailure } from './contract';
import type { HtmlConverter } from './formats/html-to-markdown';

export interface PagedSource {
  readonly get: ApiGet;
  /** Host of the account; a link to a next page must stay on it. */
  readonly account: string;
  /** Waits between tries. Resolves early when the signal fires. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** A helpdesk whose texts are HTML. */
export interface HelpdeskSource extends PagedSource {
  readonly convert: HtmlConverter;
}

/** A 429 is tried again this often, waiting as told, or this long when the helpdesk does not tell. */
const maxTries = 4;
const defaultWaitSeconds = 10;
/** Nobody watches a progress bar stand still for longer; the failure then says how long to wait. */
const longestWaitSeconds = 120;
const maxPages = 2000;

/**
 * Bodies of a paged list, one after the other. `nextOf` finds the link or path of the next page in a body. Ends early
 * when the signal fires; a failure comes as the last value.
 */
export async function* readPages(
  source: PagedSource,
  firstPath: string,
  nextOf: (body: unknown, path: string) => string | null,
  signal: AbortSignal,
): AsyncGenerator<Result<unknown, ImportFailure>> {
  const visited = new Set<string>();
  let path: string | null = firstPath;
  while (path !== null && !signal.aborted) {
    if (visited.has(path) || visited.size >= maxPages) {
      yield err({ code: 'bad-next-page', url: path });
      return;
    }
    visited.add(path);
    const body = await getPage(source, path, signal);
    if (signal.aborted) return;
    yield body;
    if (!body.ok) return;
    const next = nextOf(body.value, path);
    path = next === null ? null : toOwnPath(next, source.account);
    if (next !== null && path === null) {
      yield err({ code: 'bad-next-page', url: next });
      return;
    }
  }
}

/** Pages of one shape. One of another shape is a failure, like any other the last value; `list` names what it lacks. */
export async function* readPagesOf<T>(
  source: PagedSource,
  firstPath: string,
  nextOf: (body: unknown, path: string) => string | null,
  { schema, list }: { schema: z.ZodMiniType<T>; list: string },
  signal: AbortSignal,
): AsyncGenerator<Result<T, ImportFailure>> {
  for await (const page of readPages(source, firstPath, nextOf, signal)) {
    if (!page.ok) return yield page;
    const parsed = z.safeParse(schema, page.value);
    if (!parsed.success) return yield err({ code: 'unexpected-shape', path: firstPath, issue: list });
    yield ok(parsed.data);
  }
}

/** Path and query of a link that stays on the account's own API, else `null`. */
function toOwnPath(link: string, account: string): string | null {
  const base = `https://${account}`;
  if (!URL.canParse(link, base)) return null;
  const url = new URL(link, base);
  if (url.origin !== new URL(base).origin || !url.pathname.startsWith('/api/')) return null;
  return url.pathname + url.search;
}

async function getPage(
  source: PagedSource,
  path: string,
  signal: AbortSignal,
): Promise<Result<unknown, ReadFailure>> {
  for (let tries = 1; ; tries++) {
    const answer = await source.get(path, signal);
    const read = answer.ok ? toBody(answer.value) : answer;
    if (read.ok || read.error.code !== 'rate-limited' || tries >= maxTries) return read;
    const waitSeconds = read.error.retryAfterSeconds ?? defaultWaitSeconds;
    if (waitSeconds > longestWaitSeconds) return read;
    await source.sleep(waitSeconds * 1000, signal);
    if (signal.aborted) return err({ code: 'aborted' });
  }
}

function toBody({ status, body, retryAfterSeconds }: ApiResponse): Result<unknown, ReadFailure> {
  // A redirect of an API leads to the login page.
  if (status === 401 || (status >= 300 && status < 400)) return err({ code: 'signed-out' });
  if (status === 403) return err({ code: 'forbidden' });
  if (status === 404) return err({ code: 'not-found' });
  if (status === 429) return err({ code: 'rate-limited', retryAfterSeconds });
  if (status < 200 || status >= 300) return err({ code: 'server', status });
  return body === null ? err({ code: 'not-json', status }) : ok(body);
}
