import { createStore, type Observable } from '@/lib/panel/observable';
import type { RetentionPlan } from '@/lib/platform/retention-alarm';
import { type RetainedStore, type Retention, retainedStores } from '@/lib/privacy/retention';
import type { RetentionOutlook } from '@/lib/store/retention';
import type { WorkspaceDeps } from '../deps';
import type { Messages } from '../messages';
import type { Preferences } from './preferences';

/** What will be taken away, and when. `null` while it is read. */
export interface RetainingState {
  readonly outlook: RetentionOutlook | null;
  /** `null`: no run is planned. */
  readonly plan: RetentionPlan | null;
}

export interface RetainingActions {
  /** `null`: until somebody deletes it. The next run is then a day away, so that what it takes is seen first. */
  keepFor(store: RetainedStore, days: number | null): void;
}

export interface Retaining extends Observable<RetainingState> {
  readonly actions: RetainingActions;
  look(): void;
}

export function createRetaining(
  { retention, clock }: Pick<WorkspaceDeps, 'retention' | 'clock'>,
  preferences: Preferences,
  messages: Messages,
): Retaining {
  const state = createStore<RetainingState>({ outlook: null, plan: null });
  const limitsNow = () => preferences.get().settings.retention;
  let turn = 0;
  /** What the outlook on screen was worked out for; `null`: nobody looked yet. */
  let seen: Retention | null = null;

  const look = async () => {
    const mine = ++turn;
    seen = limitsNow();
    const plan = await retention.readPlan();
    const outlook = await retention.foresee(limitsNow(), plan?.dueAt ?? clock.now().getTime());
    // A limit was changed meanwhile: what it takes is being read.
    if (mine !== turn) return;
    if (outlook.ok) state.set({ plan, outlook: outlook.value });
    else messages.failed(outlook.error.code);
  };

  const keepFor = async (store: RetainedStore, days: number | null) => {
    preferences.actions.change({ retention: { ...limitsNow(), [store]: days } });
    await retention.postpone(clock.now().getTime());
    await look();
  };

  // Settings are read after the page opens, and may change in another tab.
  preferences.subscribe(() => {
    const limits = limitsNow();
    const { state: resetting } = preferences.get().reset;
    // After a reset there is no database to look into.
    if (resetting === 'running' || resetting === 'done') return;
    if (seen !== null && retainedStores.some((store) => limits[store] !== seen?.[store])) void look();
  });

  return {
    get: state.get,
    subscribe: state.subscribe,
    look: () => void look(),
    actions: { keepFor: (store, days) => void keepFor(store, days) },
  };
}
