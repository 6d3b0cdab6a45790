import type { Place } from '@/lib/platform/places';
import type { databasePlace } from '@/lib/store/reset';

export type AnyPlace = Place | ReturnType<typeof databasePlace>;

/** Something that a reset did not take away. */
export interface Leftover {
  readonly kind: AnyPlace['kind'];
  /** `null`: the browser does not say what stands there. */
  readonly name: string | null;
}

/**
 * Empties every place, one after the other, then lists them all: "erased" is never said unseen. One that cannot be
 * emptied does not keep the others from it; the list tells of it.
 */
export async function eraseEverything(places: readonly AnyPlace[]): Promise<readonly Leftover[]> {
  for (const place of places) await Promise.allSettled([place.erase()]);
  const left = await Promise.all(places.map(listOne));
  return left.flat();
}

async function listOne(place: AnyPlace): Promise<Leftover[]> {
  const [listed] = await Promise.allSettled([place.list()]);
  if (listed.status === 'rejected') return [{ kind: place.kind, name: null }];
  return listed.value.map((name) => ({ kind: place.kind, name }));
}
