import { useSyncExternalStore } from 'react';
import type { Observable } from '@/lib/panel/observable';

/** Renders again whenever the value changes. */
export function useObservable<T>(observable: Observable<T>): T {
  return useSyncExternalStore(observable.subscribe, observable.get);
}
