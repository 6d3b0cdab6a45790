import * as z from 'zod/mini';
import { err, ok, type Result } from '@/lib/result';
import type { ApiGet, ReadFailure } from './contract';

/** Answers carry far more than is read, and nearly everything in them may be missing. */
export const loose = <S extends z.core.$ZodLooseShape>(shape: S) => z.looseObject(shape);
/** `null` for a missing or empty value of the helpdesk. */
export const optional = <T extends z.ZodMiniType>(schema: T) => z._default(z.nullable(schema), null);
export const text = () => optional(z.string());
export const number = () => optional(z.number());
export const flag = () => optional(z.boolean());

/** One GET, its refusals told apart by status, its body parsed; a body of another shape is named by its path. */
export async function getJson<S extends z.ZodMiniType>(
  get: ApiGet,
  path: string,
  schema: S,
  signal: AbortSignal,
): Promise<Result<z.output<S>, ReadFailure>> {
  const answer = await get(path, signal);
  if (!answer.ok) return answer;
  const { status, body, contentType, retryAfterSeconds } = answer.value;
  // A helpdesk leads whoever is not signed in to its login page.
  if (status === 401 || (status >= 300 && status < 400)) return err({ code: 'signed-out' });
  if (status === 403) return err({ code: 'forbidden' });
  if (status === 404) return err({ code: 'not-found' });
  if (status === 429) return err({ code: 'rate-limited', retryAfterSeconds });
  if (status >= 500) return err({ code: 'server', status });
  // A login page comes as HTML with 200; a body that was cut off says JSON and is none.
  if (body === null)
    return err(contentType.includes('html') ? { code: 'signed-out' } : { code: 'not-json', status });
  if (status >= 400) return err({ code: 'server', status });
  const parsed = z.safeParse(schema, body);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  // Only the place and the kind of the mismatch: the value may be a customer's.
  const where = [path.split('?')[0], ...(issue?.path ?? [])].join(' ');
  return err({ code: 'unexpected-shape', path: where, issue: issue?.code ?? 'unknown' });
}
