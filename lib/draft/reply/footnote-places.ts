import type { Inline } from './document';
import type { InlineContext } from './inline';

/** Takes out numbers that nobody offered, and tells of each. */
export function dropUnknown(runs: readonly Inline[], context: InlineContext): Inline[] {
  const out: Inline[] = [];
  let offset = 0;
  for (const run of runs) {
    if ('citation' in run) {
      const { block, item } = context;
      if (run.citation >= 0) out.push(run);
      else
        context.problems.push({ code: 'unknown-citation', number: -1 - run.citation, block, item, offset });
      continue;
    }
    offset += run.text.length;
    const last = out.at(-1);
    if (
      last !== undefined &&
      'text' in last &&
      last.bold === run.bold &&
      last.italic === run.italic &&
      last.href === run.href
    ) {
      last.text += run.text;
    } else out.push(run);
  }
  return out;
}

/** Footnotes stand after the punctuation of the words they support, with no space before them. */
export function settle(runs: Inline[], streaming: boolean): Inline[] {
  const out: Inline[] = [];
  for (let index = 0; index < runs.length; index += 1) {
    const run = runs[index]!;
    if ('text' in run) {
      out.push(run);
      continue;
    }
    const cluster = [run];
    while (index + 1 < runs.length && ('citation' in runs[index + 1]! || isBlankBetween(runs, index + 1))) {
      index += 1;
      const next = runs[index]!;
      if ('citation' in next && !cluster.some((known) => known.citation === next.citation))
        cluster.push(next);
    }
    const before = out.at(-1);
    if (before !== undefined && 'text' in before) before.text = before.text.replace(/[ \t]+$/u, '');
    const next = runs[index + 1];
    const punctuation =
      next !== undefined && 'text' in next
        ? /^[ \t]?[.,;:!?…。！？]+(?=[\s)"”»]|$)/u.exec(next.text)?.[0]
        : undefined;
    if (punctuation && next !== undefined && 'text' in next) {
      if (before !== undefined && 'text' in before) before.text += punctuation.trim();
      else out.push({ text: punctuation.trim() });
      next.text = next.text.slice(punctuation.length);
    }
    out.push(...cluster);
  }
  const last = out.at(-1);
  if (last !== undefined && 'text' in last && !streaming) last.text = last.text.replace(/\s+$/u, '');
  return out.filter((run) => 'citation' in run || run.text !== '');
}

function isBlankBetween(runs: readonly Inline[], index: number): boolean {
  const run = runs[index]!;
  const next = runs[index + 1];
  return (
    'text' in run &&
    run.text.trim() === '' &&
    !run.text.includes('\n') &&
    next !== undefined &&
    'citation' in next
  );
}
