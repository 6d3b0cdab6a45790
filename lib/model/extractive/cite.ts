import { escapeReply } from '@/lib/draft/write-reply';
import type { Unit } from './units';

/** Sentences of one paragraph stay together; the footnote stands at the end of each run from one passage. */
export function citeUnits(units: readonly Unit[]): string[] {
  const blocks: string[] = [];
  let run: string[] = [];
  const close = (number: number) => {
    if (run.length > 0) blocks.push(`${run.join(' ')}[${number}]`);
    run = [];
  };
  units.forEach((unit, index) => {
    const next = units[index + 1];
    if (unit.items.length > 0) {
      if (unit.text === '') close(unit.passage);
      else run.push(escapeReply(unit.text));
      const lead = run.join(' ');
      run = [];
      const items = unit.items.map(
        (item, position) =>
          `${unit.isOrdered ? `${position + 1}.` : '-'} ${escapeReply(item)}[${unit.passage}]`,
      );
      blocks.push(...(lead === '' ? [] : [lead]), items.join('\n'));
      return;
    }
    if (
      unit.isItem &&
      (next?.isItem || units[index - 1]?.isItem) &&
      (next?.passage === unit.passage || units[index - 1]?.passage === unit.passage)
    ) {
      const lead = run.join(' ');
      run = [];
      if (lead !== '') blocks.push(`${lead}[${unit.passage}]`);
      const line = `- ${escapeReply(unit.text)}[${unit.passage}]`;
      if (units[index - 1]?.isItem && blocks.at(-1)?.startsWith('- '))
        blocks[blocks.length - 1] += `\n${line}`;
      else blocks.push(line);
      return;
    }
    run.push(escapeReply(asSentence(unit)));
    if (next?.passage !== unit.passage) close(unit.passage);
  });
  return blocks;
}

/** A canned reply keeps its own Markdown; its number stands at the end of each paragraph and item. */
export function citeParagraphs(text: string, number: number): string {
  return text
    .split('\n')
    .map((line, index, lines) => {
      const isEnd =
        (lines[index + 1] ?? '').trim() === '' ||
        /^\s*(?:[-*•]|\d+[.)])\s/u.test(lines[index + 1]!) ||
        /^\s*(?:[-*•]|\d+[.)])\s/u.test(line);
      return line.trim() === '' || !isEnd || line.trimEnd().endsWith(':')
        ? line
        : `${line.trimEnd()}[${number}]`;
    })
    .join('\n');
}

/** A list item that stands alone gets its full stop. */
function asSentence(unit: Unit): string {
  return unit.isItem && !/[.!?…:;,]["'”’»)\]]*$/u.test(unit.text) ? `${unit.text}.` : unit.text;
}
