interface Range {
  start: number;
  end: number;
}

/** What Markdown writes around words and a reader need not see, with what stands there instead. */
const marksOfMarkdown: readonly [RegExp, string][] = [
  // Tables: the row of dashes, then the borders of the others.
  [/^ *\|(?: *:?-{2,}:? *\|)+ *(?:\n|$)/gm, ''],
  [/^ *\| */gm, ''],
  [/(?<=^ *\|.*\S) *\| *$/gm, ''],
  [/(?<=^ *\|.*\S) *\| *(?=[^|\s])/gm, ' · '],
  [/^ {0,3}#{1,6} +/gm, ''],
  [/^ *[-*+] +(?=\S)/gm, '• '],
  [/^ {0,3}> ?/gm, ''],
  [/\*\*|__/g, ''],
  [/(?<![\p{L}\p{N}*])[*_](?=[^\s*_])|(?<=[^\s*_])[*_](?![\p{L}\p{N}*])/gu, ''],
  [/\[(?=[^\]]+\]\([^)\s]+\))/g, ''],
  [/(?<=\[[^\]]{1,300})\]\([^)\s]+\)/g, ''],
  [/\\(?=[\\`*_{}[\]()#+\-.!>])/g, ''],
];

/**
 * A passage of an article as a reader sees it: words without the marks of Markdown, and the ranges moved with them.
 * Ranges are UTF-16 offsets.
 */
export function toPlainPassage(
  markdown: string,
  ranges: readonly Range[],
): { text: string; ranges: Range[] } {
  const cuts = marksOfMarkdown
    .flatMap(([pattern, instead]) =>
      [...markdown.matchAll(pattern)].map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        instead,
      })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let text = '';
  let at = 0;
  const moves: { from: number; to: number }[] = [];
  for (const cut of cuts) {
    if (cut.start < at) continue;
    text += markdown.slice(at, cut.start) + cut.instead;
    at = cut.end;
    moves.push({ from: cut.end, to: text.length });
  }
  text += markdown.slice(at);
  const move = (offset: number): number => {
    const last = moves.findLast(({ from }) => from <= offset);
    return last ? last.to + (offset - last.from) : offset;
  };
  return { text, ranges: ranges.map(({ start, end }) => ({ start: move(start), end: move(end) })) };
}
