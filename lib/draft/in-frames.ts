/**
 * Hands on what arrives in batches, at most one in `frameMs`. The first thing goes at once; nothing waits longer than a
 * frame, also when nothing more comes. Leaving early ends `things` at the next thing that they bring.
 */
export async function* inFrames<T>(
  things: AsyncIterable<T>,
  frameMs: number,
  sleep: (ms: number) => Promise<void>,
): AsyncGenerator<T[]> {
  const source = things[Symbol.asyncIterator]();
  const nextThing = () => {
    const next = source.next();
    // While the loop runs, awaiting it throws; a failure after the loop was left concerns nobody.
    next.catch(() => {});
    return next;
  };
  let batch: T[] = [];
  let frame: Promise<null> | null = null;
  try {
    let next = nextThing();
    while (true) {
      // A frame that is over goes before a thing that is there: a source that is never behind must not hold up the screen.
      const arrived = await (frame && batch.length > 0 ? Promise.race([frame, next]) : next);
      if (arrived?.done) break;
      if (arrived) {
        batch.push(arrived.value);
        next = nextThing();
      }
      if (frame) continue;
      yield batch;
      batch = [];
      frame = sleep(frameMs).then(() => {
        frame = null;
        return null;
      });
    }
    if (batch.length > 0) yield batch;
  } finally {
    // Not waited for: a source that brings nothing more would hold up whoever leaves.
    void source.return?.().catch(() => {});
  }
}
