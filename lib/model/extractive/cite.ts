import { escapeReply } from '@/lib/draft/reply/write-reply';
import type { Quote } from './quoting';
import type { Unit } from './units';

/** A heading that says when the text below it counts: without it the text would promise too much. */
const condition =
  /^(?:within|after|before|until|during|in the first|later|if|when you|once|innerhalb|nach|vor|bis|während|in den ersten|später|wenn|falls|dans|après|avant|pendant|jusqu|plus tard|si|en los primeros|dentro de|después|antes|durante|hasta|más tarde|nos primeiros|depois|após|até|mais tarde|se|entro|dopo|prima|fino)(?!\p{L})/iu;

/** "What is not possible": without it the lines below would say the contrary. */
const exception =
  /(?<!\p{L})(?:not?|never|cannot|can['’]t|don['’]t|except\p{L}*|exclu\p{L}*|limits?|unless|nicht|kein\p{L}*|nie|ausnahm\p{L}*|ausgeschlossen|grenzen|pas|sauf|jamais|limites?|nunca|excep\p{L}*|não|exce[çt]\p{L}*|non|eccezion\p{L}*|niet|uitzondering\p{L}*)(?!\p{L})/iu;

/** The blocks of one quoted section. */
export function citeQuote({ section, units }: Quote): string[] {
  const blocks = citeUnits(units);
  const { heading } = section;
  if (heading.endsWith('?') || !(condition.test(heading) || exception.test(heading))) return blocks;
  const label = `**${escapeReply(heading)}:**`;
  return /^(?:-|\d+\.) /u.test(blocks[0]!)
    ? [label, ...blocks]
    : [`${label} ${blocks[0]}`, ...blocks.slice(1)];
}

/** Sentences of one paragraph stay together; the footnote stands at the end of each run from one passage. */
function citeUnits(units: readonly Unit[]): string[] {
  const blocks: string[] = [];
  let run: string[] = [];
  const close = (number: number) => {
    if (run.length > 0) blocks.push(cited(run.join(' '), number));
    run = [];
  };
  units.forEach((unit, index) => {
    const [before, next] = [units[index - 1], units[index + 1]];
    const { passage } = unit;
    if (unit.items.length > 0) {
      close(passage);
      const items = unit.items.map(
        (item, position) =>
          `${unit.isOrdered ? `${position + 1}.` : '-'} ${cited(escapeReply(item), passage)}`,
      );
      blocks.push(...(unit.text === '' ? [] : [leadIn(unit)]), items.join('\n'));
    } else if (isLine(unit) && (isLine(before) || isLine(next))) {
      close(passage);
      const line = `- ${cited(escapeReply(unit.text), passage)}`;
      if (isLine(before)) blocks[blocks.length - 1] += `\n${line}`;
      else blocks.push(line);
    } else {
      run.push(escapeReply(asSentence(unit)));
      if (next?.passage !== passage) close(passage);
    }
  });
  return blocks;
}

/** An item or a row: several of them are a list. */
function isLine(unit: Unit | undefined): boolean {
  return unit !== undefined && unit.items.length === 0 && (unit.isItem || unit.row !== null);
}

/** A line that only leads in states nothing; one with a figure does. */
function leadIn({ text, passage }: Unit): string {
  return /\d|:\/\//u.test(text) ? cited(escapeReply(text), passage) : escapeReply(text);
}

/** The footnote after the text; apart from an address, which would take it for its own end. */
function cited(text: string, number: number): string {
  return `${text}${/:\/\/\S+$/u.test(text) ? ' ' : ''}[${number}]`;
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
        : cited(line.trimEnd(), number);
    })
    .join('\n');
}

/** A list item or a row that stands alone gets its full stop. */
function asSentence(unit: Unit): string {
  return (unit.isItem || unit.row !== null) && !/[.!?…:;,]["'”’»)\]]*$/u.test(unit.text)
    ? `${unit.text}.`
    : unit.text;
}
