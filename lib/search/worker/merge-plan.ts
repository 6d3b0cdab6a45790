import type { ManifestSegment } from './storage';

/** So many small segments may wait; each costs a query a dictionary look-up per word. */
const mostSmall = 8;
/** A segment is written anew when so much of it is deleted. */
const deletedShare = 0.3;

/** Which segments to join next; empty: leave all as they are. The sum stays near `segmentBytes`. */
export function planMerge(
  segments: readonly ManifestSegment[],
  segmentBytes: number,
): readonly ManifestSegment[] {
  const worn = segments.filter(
    (entry) => countBits(entry.deletes) >= entry.articles * deletedShare && entry.deletes !== null,
  );
  const small = segments.filter((entry) => entry.bytes < segmentBytes / 4 && !worn.includes(entry));
  const candidates = small.length >= mostSmall ? [...small, ...worn] : worn;
  const chosen: ManifestSegment[] = [];
  let bytes = 0;
  for (const entry of [...candidates].sort((a, b) => a.bytes - b.bytes)) {
    if (chosen.length > 0 && bytes + entry.bytes > segmentBytes * 1.25) break;
    chosen.push(entry);
    bytes += entry.bytes;
  }
  return chosen;
}

export function countBits(bits: Uint8Array | null): number {
  let count = 0;
  for (const byte of bits ?? []) for (let rest = byte; rest > 0; rest &= rest - 1) count++;
  return count;
}
