import type { TextUnit } from '../document';
import { findValues } from '../values';
import type { LedgerContext } from './evidence';
import type { Surroundings } from './finding';
import type { FactRecord } from './records';

/** For each line of a draft: its neighbours, and the things that it or the lines before it name. */
export function surroundingsOf(units: readonly TextUnit[], context: LedgerContext): Surroundings[] {
  const draft = units.map(({ text }) => text).join('\n');
  const named = units.map(({ text }) => thingsNamed(text, context));
  // "I will cancel it. … Please confirm, for K7-20." A thing named only later is what the lines before it meant.
  let things: readonly FactRecord[] = named.find((each) => each.length > 0) ?? [];
  return units.map((unit, index) => {
    if (named[index]!.length > 0) things = named[index]!;
    const after = units[index + 1];
    const follows = after !== undefined && (/:\s*$/u.test(unit.text) || after.block === unit.block);
    return { line: unit.text, next: follows ? after.text : '', draft, things };
  });
}

/** Things that an id in the text belongs to; an id that several things share names none of them. */
function thingsNamed(text: string, context: LedgerContext): FactRecord[] {
  const things = findValues(text)
    .filter(({ kind, text: said }) => kind === 'id' || (kind === 'number' && /^\d{5,}$/u.test(said)))
    .flatMap((value) =>
      context.recordValues.find(value).flatMap(({ record }) => (record === null ? [] : [record])),
    );
  return [...new Set(things)];
}
