import { createStore, type Observable } from '@/lib/panel/observable';
import { localDate } from '@/lib/platform/clock';
import type { PersonMatcher } from '@/lib/privacy/person';
import { mayErase, type PersonKind } from '@/lib/privacy/person-kinds';
import type { PersonRecord } from '@/lib/store/person-records';
import type { WorkspaceDeps } from '../deps';
import type { Indexing } from '../indexing';
import type { Messages } from '../messages';

export type PersonPhase =
  | 'idle'
  | 'looking'
  | 'found'
  /** Asked once more before it erases. */
  | 'asking'
  | 'erasing'
  /** Erased, looked again, and nothing was left. */
  | 'erased'
  /** Erased, looked again, and something was still or again there. */
  | 'left';

export interface PersonState {
  readonly phase: PersonPhase;
  /** What was looked for. */
  readonly words: string;
  /** Too little to look for. */
  readonly isTooShort: boolean;
  readonly records: readonly PersonRecord[];
  /** How many went. */
  readonly erased: number;
}

export interface PersonActions {
  look(words: string): void;
  /** Saves what was found as JSON. */
  download(): void;
  askErase(): void;
  cancelErase(): void;
  erase(): void;
}

export interface Person extends Observable<PersonState> {
  readonly actions: PersonActions;
}

/** Everything that is kept about one person: found, taken along, erased. */
export function createPerson(
  deps: Pick<WorkspaceDeps, 'people' | 'audit' | 'download' | 'clock'>,
  messages: Messages,
  indexing: Indexing,
): Person {
  const nothing = { words: '', isTooShort: false, records: [], erased: 0 };
  const state = createStore<PersonState>({ phase: 'idle', ...nothing });
  let matcher: PersonMatcher | null = null;

  const find = async (by: PersonMatcher): Promise<readonly PersonRecord[] | null> => {
    const found = await deps.people.find(by);
    if (found.ok) return found.value;
    messages.failed(found.error.code);
    return null;
  };

  const look = async (words: string) => {
    if (state.get().phase === 'looking' || state.get().phase === 'erasing') return;
    state.set({ ...nothing, phase: 'looking', words });
    matcher = await deps.people.matcherOf(words);
    if (matcher === null) return state.update({ phase: 'idle', isTooShort: true });
    const records = await find(matcher);
    state.update(records === null ? { phase: 'idle' } : { phase: 'found', records });
  };

  const erase = async () => {
    const { records } = state.get();
    if (matcher === null || state.get().phase !== 'asking') return;
    state.update({ phase: 'erasing' });
    const toErase = records.filter(mayErase);
    const erased = await deps.people.erase(toErase);
    if (!erased.ok) messages.failed(erased.error.code);
    else {
      deps.people.tellErased(toErase.filter(({ kind }) => kind === 'draft').map(({ id }) => id));
      const noted = await deps.audit.append({ kind: 'erased', counts: countKinds(toErase) });
      if (!noted.ok) messages.failed(noted.error.code);
    }
    // Built anew, not only marked as deleted: the words themselves must go from the index.
    const isIndexed = !erased.ok || erased.value.length === 0 || (await indexing.rebuild());
    const left = await find(matcher);
    const isGone = erased.ok && isIndexed && left !== null && !left.some(mayErase);
    state.update({ phase: isGone ? 'erased' : 'left', records: left ?? records, erased: toErase.length });
  };

  return {
    get: state.get,
    subscribe: state.subscribe,
    actions: {
      look: (words) => void look(words),
      download() {
        const { words, records } = state.get();
        const at = deps.clock.now();
        const file = { lookedFor: words, at: at.toISOString(), records };
        deps.download(
          `footnote-person-${localDate(at)}.json`,
          [JSON.stringify(file, null, 2)],
          'application/json',
        );
      },
      askErase: () => state.update({ phase: 'asking' }),
      cancelErase: () => state.update({ phase: 'found' }),
      erase: () => void erase(),
    },
  };
}

function countKinds(records: readonly PersonRecord[]): Partial<Record<PersonKind, number>> {
  const counts: Partial<Record<PersonKind, number>> = {};
  for (const { kind } of records) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
