import type { TextUnit } from '../reply/document';
import type { Span } from '../words/sentences';
import { splitSentences } from '../words/sentences';
import type { LedgerContext } from './evidence';
import type { Surroundings } from './finding';
import { messagesFor } from './input';
import type { FactRecord } from './records';
import { thingsNamed, thingsOfFigures } from './things';

export interface Line {
  unit: TextUnit;
  sentences: readonly Span[];
}

/** For each sentence of each line of a draft: its neighbours, and the things that it or the words before it name. */
export function surroundingsOf(lines: readonly Line[], context: LedgerContext): Surroundings[][] {
  const draft = lines.map(({ unit }) => unit.text).join('\n');
  const named = lines.map(({ unit, sentences }) =>
    sentences.map(({ start, end }) => thingsNamed(unit.text.slice(start, end), context)),
  );
  const priced = lines.map(({ unit }) => thingsOfFigures(unit.text, context));
  // "I will cancel it. … Please confirm, for K7-20." A thing named only later is what the words before it meant; without
  // any, what the conversation named last.
  let things = named.flat().find((each) => each.length > 0) ?? lastNamedInMessages(context);
  return lines.map(({ unit, sentences }, index) => {
    const inBlock = lines.flatMap((line, at) =>
      line.unit.block === unit.block ? [...named[at]!.flat(), ...priced[at]!] : [],
    );
    return sentences.map(({ end }, position) => {
      const here = named[index]![position]!;
      if (here.length > 0) things = here;
      const within = unit.text.slice(end).trim();
      const rest = within === '' ? listAfter(lines, index) : within.split('\n');
      return { line: unit.text, rest, draft, things, here, inBlock };
    });
  });
}

/** Lines of the list that follows a line. */
function listAfter(lines: readonly Line[], index: number): string[] {
  const next = lines[index + 1]?.unit;
  if (next === undefined) return [];
  return lines
    .slice(index + 1)
    .filter(({ unit }) => unit.block === next.block)
    .map(({ unit }) => unit.text);
}

/** Read once: the conversation does not change while its draft is edited. */
const talkedOf = new WeakMap<LedgerContext, readonly FactRecord[]>();

function lastNamedInMessages(context: LedgerContext): readonly FactRecord[] {
  const known = talkedOf.get(context);
  if (known !== undefined) return known;
  const things = findLastNamed(context);
  talkedOf.set(context, things);
  return things;
}

function findLastNamed(context: LedgerContext): readonly FactRecord[] {
  for (const { text } of [...messagesFor(context)].reverse()) {
    for (const { start, end } of splitSentences(text).reverse()) {
      const things = thingsNamed(text.slice(start, end), context);
      if (things.length > 0) return things;
    }
  }
  return [];
}
