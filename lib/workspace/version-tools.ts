import { createIds } from '@/lib/knowledge/ids';
import { webDigest } from '@/lib/knowledge/import/web-digest';
import type { VersionTools } from '@/lib/knowledge/versions';
import { systemClock } from '@/lib/platform/clock';

/** Versions as a browser makes them: the page and the import worker alike. */
export function createVersionTools(): VersionTools {
  return {
    digest: webDigest,
    newId: createIds(Date.now, Math.random),
    now: () => systemClock.now().toISOString(),
  };
}
