import type { Transaction } from 'dexie';

export interface Migration {
  readonly version: number;
  /** Only the tables that this version adds or changes; `null` drops one. Large texts are never an index. */
  readonly tables: Readonly<Record<string, string | null>>;
  /** Rewrites stored rows. Runs once, inside the upgrade's own transaction. */
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}

/**
 * Every schema that was ever shipped, oldest first. A number that shipped is never edited again: add the next one, and
 * an example of the old rows to `test/fixtures/knowledge` (a missing example fails the migration test).
 *
 * Version 1. An article is two rows: `heads` (all but the words, so that a list of 10,000 reads little) and `bodies`.
 * `seq` rises with each write, so that readers fetch only what changed. Rows that are only ever added (`versions`,
 * `outcomes`) have keys that sort by time; ratings, procedures and team events follow the same form when they come.
 * Version 2. The audit log, one row an entry; where it begins and ends stands in `meta`.
 * Version 3. When each question of an article was learned; for those of before, the time of this upgrade.
 * Version 4. Meaning vectors, one row an article; whose they are stands in `meta`.
 * Version 5. Heads without their index by id and version, which nobody read and every write paid for.
 */
export const migrations: readonly Migration[] = [
  {
    version: 1,
    tables: {
      heads: 'id, seq, [id+version], source.system',
      bodies: 'id',
      versions: '[articleId+version]',
      segments: 'id',
      meta: 'key',
      drafts: 'ticketKey, savedAt',
      outcomes: 'id, ticketKey, at',
      importSources: 'id',
    },
  },
  { version: 2, tables: { audit: 'seq, at' } },
  {
    version: 3,
    tables: { questions: '[articleId+question], at' },
    async upgrade(transaction) {
      const at = new Date().toISOString();
      const rows: { articleId: string; question: string; at: string }[] = [];
      await transaction.table('bodies').each(({ id, askedAs }) => {
        for (const question of askedAs) rows.push({ articleId: id, question, at });
      });
      await transaction.table('questions').bulkPut(rows);
    },
  },
  { version: 4, tables: { vectors: 'articleId, seq' } },
  { version: 5, tables: { heads: 'id, seq, source.system' } },
];
