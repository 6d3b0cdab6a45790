import { type EntrySize, measureEntry } from '../../support/bundle-size';

/** What loads at once, and the most that it may weigh: bytes of script after gzip. `null`: held to nothing. */
const entries: readonly [entry: string, limit: number | null][] = [
  ['sidepanel.html', 150_000],
  ['workspace.html', null],
  ['background.js', null],
  ['content-scripts/helpdesk.js', 12_000],
  ['content-scripts/inserter.js', 2_000],
];

export type SizeLine = EntrySize & { limit?: number; holds?: boolean };

/** Throws with what to do when the build is not there. */
export function measureSizes(build: string): SizeLine[] {
  return entries.map(([entry, limit]) => {
    const size = measureEntry(build, entry);
    return limit === null ? size : { ...size, limit, holds: size.jsGzip <= limit };
  });
}
