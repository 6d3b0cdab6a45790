import * as z from 'zod/mini';
import type { StoreFailure } from '@/lib/knowledge/repository';
import type { Result } from '@/lib/result';
import type { FootnoteDatabase } from './database';
import { attempt } from './failure';

/** A place that knowledge came from, remembered so that it can be read again with one press. */
export const importSourceSchema = z.object({
  /** `files:help/`, `zendesk-guide:acme.zendesk.com`. */
  id: z.string(),
  importer: z.string(),
  /** As people know it: a folder's name, an account. */
  label: z.string(),
  account: z.nullable(z.string()),
  /** ISO 8601. */
  lastReadAt: z.nullable(z.string()),
  /** A code when the last run did not reach its end. */
  lastFailure: z.nullable(z.string()),
  counts: z.object({
    new: z.number(),
    changed: z.number(),
    bothChanged: z.number(),
    unchanged: z.number(),
    gone: z.number(),
    refused: z.number(),
  }),
});
export type ImportSource = z.infer<typeof importSourceSchema>;

export interface ImportSourceRepository {
  list(): Promise<Result<ImportSource[], StoreFailure>>;
  put(source: ImportSource): Promise<Result<void, StoreFailure>>;
  remove(id: string): Promise<Result<void, StoreFailure>>;
}

export function createImportSourceRepository(db: FootnoteDatabase): ImportSourceRepository {
  return {
    list: () =>
      attempt(async () => {
        const rows: unknown[] = await db.importSources.toArray();
        return rows.flatMap((row) => {
          const parsed = z.safeParse(importSourceSchema, row);
          return parsed.success ? [parsed.data] : [];
        });
      }),
    put: (source) =>
      attempt(async () => {
        await db.importSources.put(source);
      }),
    remove: (id) => attempt(() => db.importSources.delete(id)),
  };
}
