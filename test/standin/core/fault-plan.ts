import type { Fault } from '../contract';

/** Counts matching requests per planned fault; a fault fires once, on its n-th match, and is then spent. */
export interface FaultPlan {
  add(fault: Fault): void;
  /** The fault of this request, if any. Earlier plans win; later ones still count the request. */
  take(pathWithQuery: string): Fault['kind'] | null;
  clear(): void;
}

export function createFaultPlan(): FaultPlan {
  let planned: { fault: Fault; seen: number }[] = [];
  return {
    add(fault) {
      planned.push({ fault, seen: 0 });
    },
    take(pathWithQuery) {
      let kind: Fault['kind'] | null = null;
      for (const entry of planned) {
        // A /g expression keeps lastIndex between calls and would match every other time only.
        entry.fault.path.lastIndex = 0;
        if (!entry.fault.path.test(pathWithQuery)) continue;
        entry.seen += 1;
        if (entry.seen === entry.fault.nth && kind === null) kind = entry.fault.kind;
      }
      planned = planned.filter((entry) => entry.seen < entry.fault.nth);
      return kind;
    },
    clear() {
      planned = [];
    },
  };
}
