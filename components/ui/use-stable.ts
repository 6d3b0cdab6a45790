import { useMemo, useRef } from 'react';

type Handlers = Record<string, ((...args: never[]) => unknown) | undefined>;

/**
 * The same functions at every drawing, each doing what the latest of its name does: for views that are drawn anew only
 * when what they are given has changed. Which of the optional ones exist may change.
 */
export function useStable<T extends object>(handlers: T & { [K in keyof T]: Handlers[string] }): T {
  const latest = useRef<Handlers>(handlers);
  latest.current = handlers;
  const names = Object.keys(handlers)
    .filter((name) => (handlers as Handlers)[name] !== undefined)
    .join(' ');
  return useMemo(() => {
    const stable = names.split(' ').map((name) => {
      const handler = (...args: never[]) => latest.current[name]?.(...args);
      return [name, handler] as const;
    });
    return Object.fromEntries(stable) as T;
  }, [names]);
}
