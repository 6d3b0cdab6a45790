import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

export type LaterProps<Props> = Props & {
  /** Stands there until the part has come. */
  meanwhile?: ReactNode;
};

export interface Later<Props> {
  (props: LaterProps<Props>): ReactNode;
  /** Fetches the part before it is drawn. */
  preload(): void;
}

/**
 * A component in a chunk of its own. Not `lazy` of React: a Suspense boundary that showed its fallback for an instant
 * reveals what came only 300 ms later, and a chunk of the extension is there after a tenth of that.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  const chunk = createChunk(load);
  const draw = ({ meanwhile, ...props }: LaterProps<Props>) => (
    <Drawn chunk={chunk} meanwhile={meanwhile} props={props as unknown as Props} />
  );
  // What cannot be fetched now is asked for again when it is drawn, and fails there for all to see.
  return Object.assign(draw, { preload: () => void chunk.bring().catch(() => {}) });
}

interface Chunk<Props> {
  /** `null`: not fetched yet. */
  part(): ComponentType<Props> | null;
  bring(): Promise<void>;
}

function createChunk<Props>(load: () => Promise<ComponentType<Props>>): Chunk<Props> {
  let part: ComponentType<Props> | null = null;
  let loading: Promise<void> | null = null;
  return {
    part: () => part,
    bring() {
      loading ??= load().then(
        (loaded) => {
          part = loaded;
        },
        (error: unknown) => {
          loading = null;
          throw error;
        },
      );
      return loading;
    },
  };
}

interface DrawnProps<Props> {
  chunk: Chunk<Props>;
  meanwhile: ReactNode;
  props: Props;
}

function Drawn<Props extends object>({ chunk, meanwhile, props }: DrawnProps<Props>) {
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  const [, setThere] = useState(false);
  const Part = chunk.part();
  useEffect(() => {
    if (Part) return;
    let isWanted = true;
    chunk.bring().then(
      () => isWanted && setThere(true),
      (error: unknown) => isWanted && setFailure({ error }),
    );
    return () => {
      isWanted = false;
    };
  }, [chunk, Part]);
  if (failure) throw failure.error;
  return Part ? <Part {...props} /> : meanwhile;
}
