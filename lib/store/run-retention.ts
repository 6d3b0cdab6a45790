import type { StoreFailure } from '@/lib/knowledge/repository';
import type { Retention } from '@/lib/privacy/retention';
import { FootnoteDatabase } from './database';
import { attempt } from './failure';
import { createRetentionRepository } from './retention';

/** One run from a place that keeps no database open. `null`: it came to its end. */
export async function runRetention(retention: Retention): Promise<StoreFailure['code'] | null> {
  const db = new FootnoteDatabase();
  // Staying open would hold up an upgrade or a reset; the run ends and is taken up on the next day.
  db.on('versionchange', () => {
    db.close();
    return false;
  });
  try {
    const opened = await attempt(() => db.open());
    if (!opened.ok) return opened.error.code;
    const run = await createRetentionRepository(db, () => new Date()).run(retention);
    return run.ok ? null : run.error.code;
  } finally {
    db.close();
  }
}
