import { Dexie } from 'dexie';
import type { StoreFailure } from '@/lib/knowledge/repository';
import { err, ok, type Result } from '@/lib/result';

/** Runs one piece of storage work; what the browser or another tab did to it comes back as a value, bugs are thrown. */
export async function attempt<T>(work: () => PromiseLike<T>): Promise<Result<T, StoreFailure>> {
  try {
    return ok(await work());
  } catch (error) {
    const failure = toStoreFailure(error);
    if (failure === null) throw error;
    return err(failure);
  }
}

/** Thrown inside a transaction to roll it back; `attempt` turns it into its failure. */
export class Rollback extends Error {
  constructor(readonly failure: StoreFailure) {
    super(failure.code);
  }
}

/** `null`: not a condition of the storage but a bug. */
export function toStoreFailure(error: unknown): StoreFailure | null {
  for (const each of causesOf(error)) {
    if (each instanceof Rollback) return each.failure;
    const code = codes.get(nameOf(each));
    if (code !== undefined) return { code };
  }
  return null;
}

type PlainCode = Exclude<StoreFailure['code'], 'changed-meanwhile'>;

/** Names of DOMException and of Dexie's errors, which Dexie keeps equal to them. */
const codes = new Map<string, PlainCode>([
  ['QuotaExceededError', 'storage-full'],
  ['DatabaseClosedError', 'reload-needed'],
  ['VersionError', 'reload-needed'],
  ['VersionChangeError', 'reload-needed'],
  ['MissingAPIError', 'storage-damaged'],
  ['UnknownError', 'storage-damaged'],
  ['InvalidStateError', 'storage-damaged'],
  ['DataError', 'storage-damaged'],
  ['NotFoundError', 'storage-damaged'],
  ['SecurityError', 'storage-damaged'],
  ['NotReadableError', 'storage-damaged'],
  ['OpenFailedError', 'storage-damaged'],
  ['TimeoutError', 'storage-damaged'],
]);

/** Innermost first: Dexie wraps a full disk into an aborted transaction into a failed bulk write. */
function causesOf(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [error];
  const wrapped: unknown[] = [];
  if (error instanceof Dexie.BulkError) wrapped.push(...Object.values(error.failuresByPos));
  if ('inner' in error && error.inner !== error) wrapped.push(error.inner);
  return [...wrapped.filter((each) => each !== undefined).flatMap(causesOf), error];
}

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}
