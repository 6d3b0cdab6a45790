/** Texts remembered: more than the sentences of a long draft, so that a key press reads one of them anew. */
const mostTexts = 1000;

/** The same reading, done once for each text. */
export function remembered<Read>(read: (text: string) => Read): (text: string) => Read {
  const known = new Map<string, Read>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= mostTexts) known.clear();
    const now = read(text);
    known.set(text, now);
    return now;
  };
}
