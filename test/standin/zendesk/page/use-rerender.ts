import { type RefObject, useEffect, useState } from 'react';
import type { Random } from '../../core/random';
import { options } from './env';
import { sweepForeign } from './foreign';

export interface Rerender {
  /** Changes when the toolbar is to be replaced. */
  toolbar: number;
  /** Changes when all articles of the log are to be replaced. */
  log: number;
  /** The toolbar stands below the editor instead of above. */
  isSwapped: boolean;
}

/** Seeded re-renders of a pane, each of which also loses nodes that are not React's. */
export function useRerender(root: RefObject<HTMLElement | null>, random: Random): Rerender {
  const [state, setState] = useState<Rerender>({ toolbar: 0, log: 0, isSwapped: false });
  useEffect(() => {
    const range = options.rerender;
    if (range === false) return;
    let timer = 0;
    const plan = () => {
      timer = window.setTimeout(
        () => {
          const what = random.pick(['toolbar', 'log', 'siblings'] as const);
          setState((old) => ({
            toolbar: old.toolbar + (what === 'toolbar' ? 1 : 0),
            log: old.log + (what === 'log' ? 1 : 0),
            isSwapped: what === 'siblings' ? !old.isSwapped : old.isSwapped,
          }));
          if (root.current) sweepForeign(root.current);
          plan();
        },
        random.int(range.min, range.max),
      );
    };
    plan();
    return () => clearTimeout(timer);
  }, [root, random]);
  return state;
}
