import type { Finding } from '../finding';
import { beforeName, behindName, countries, cues, grownTogether, postCodeCues, units } from './address-words';
import { type Clues, findAll } from './matches';
import { notNames } from './name-cues';

const number = '\\d{1,5}(?:[ -]?[a-zA-Z](?!\\p{L}))?(?:\\s?[-/]\\s?\\d{1,4}[a-zA-Z]?(?!\\p{L}))?';
const edge = '(?<![\\p{L}\\p{N}_@#-])';
const end = '(?![\\p{L}\\p{N}_])';
const space = '[ \\u00a0]+';
const unit = `(?:[ ,.]*\\s*(?:${units})\\.?\\s?(?:#\\s?)?[\\dA-Z][\\dA-Za-z/-]{0,5}${end})?`;

/** The same shapes for texts with capitals and for texts without any. */
function shapes(word: string, flags: string) {
  const name = `${word}${end}(?:${space}${word}${end}){0,3}`;
  return {
    street: [
      // 12 Mill Road, 12 Rue du Port, Rue du Port 12, Lindenweg 12, 12-14 Mill Road
      `${edge}(?:\\d{1,4}${space})?${number},?${space}(?:${name}${space})?(?:${behindName})${end}\\.?${unit}`,
      `${edge}(?:\\d{1,4}${space})?(?:${number},?${space})?(?:${name}${space})(?:${behindName})\\.?,?${space}${number}${end}${unit}`,
      `${edge}(?:\\d{1,4}${space})?${number},?${space}(?:${beforeName})\\.?${space}(?:[\\p{L}'’.]{1,4}${space}){0,2}['’\\p{L}]*${name}${end}${unit}`,
      `${edge}(?:\\d{1,4}${space})?(?:${beforeName})\\.?${space}(?:[\\p{L}'’.]{1,4}${space}){0,2}['’\\p{L}]*${name},?${space}(?:n[°ºo.]{0,2}\\s?|nr\\.?\\s?|#\\s?)?${number}${end}${unit}`,
      `${edge}(?:\\d{1,4}${space})?(?:${word}${space}){0,2}[\\p{L}-]+${grownTogether}\\.?${space}${number}${end}${unit}`,
      `${edge}(?:po box|p\\.o\\. box|postfach|boîte postale|b\\.p\\.|apartado(?: de correos)?|casella postale|caixa postal|postbus|skrytka pocztowa)${space}\\d{1,7}${end}`,
    ].map((source) => new RegExp(source, `${flags}u`)),
    /** What follows the word for an address: a number and some words, in either order. */
    open: new RegExp(`(?:${number}${space}){1,2}${name}|${name},?${space}${number}${end}`, 'yu'),
    place: new RegExp(
      `(?:[A-Z]{1,2}-)?(?:\\d{2,6}(?:[ -]\\d{2,4})?${space}(?:[A-Z]{2}${space})?)?${name}(?:${space}\\(${name}\\))?(?:,?${space}[A-Z]{2,3}${end})?(?:${space}(?:[A-Z]{1,2}\\d[A-Z\\d]?${space}\\d[A-Z]{2}|[A-Z]\\d[A-Z]${space}\\d[A-Z]\\d|\\d{3,6}(?:-\\d{3,4})?)${end})?|nan${end}(?:\\s*\\d{3,6}${end})?|(?:[A-Z]{1,2}-)?\\d{4,6}(?:-\\d{3,4})?${end}|(?:[A-Z]{1,2}\\d[A-Z\\d]?|[A-Z]\\d[A-Z]) \\d[A-Z]{1,2}\\d?${end}`,
      `${flags.includes('i') ? 'i' : ''}yu`,
    ),
  };
}

const capital = "\\p{Lu}(?:\\p{L}{0,3}\\.|[\\p{L}\\p{M}'’-]*)";
const small =
  '(?:de|del|della|di|da|do|dos|das|du|des|van|von|der|den|la|le|les|el|y|nad|am|an|im|upon|on|of)';
const cased = shapes(`(?:${capital}|${small}${space}${capital})`, 'g');
const uncased = shapes("\\p{L}(?:\\p{L}{0,3}\\.|[\\p{L}\\p{M}'’-]*)", 'gi');
const cue = new RegExp(
  `(?<!\\p{L})(?:${cues})(?!\\p{L})\\s*(?:(?:is|ist|est|es|è|é|it|to|at|on|in|:|=|-|au|à|the|nach|a)(?!\\p{L})\\s*){0,3}`,
  'giu',
);
const postCode = new RegExp(
  `(?<!\\p{L})(?:${postCodeCues})(?!\\p{L})\\.?\\s*(?:is|ist|:|=)?\\s*([A-Z\\d][A-Z\\d -]{2,9}\\d[A-Z]{0,2})${end}`,
  'giu',
);
const britishCode = new RegExp(`${edge}[A-PR-UWYZ][A-HK-Y]?\\d[A-Z\\d]? \\d[ABD-HJLNP-UW-Z]{2}${end}`, 'gu');
const unitLine = new RegExp(`(?:${units})\\.?\\s?(?:#\\s?)?\\d[\\dA-Za-z/-]{0,5}\\.?`, 'yiu');

/** Streets with a number, and the lines or parts behind them up to the country. */
export function findAddresses(text: string, { checks }: Clues): Finding[] {
  if (!/\d/u.test(text)) return [];
  const isCased = /\p{Lu}/u.test(text.replace(/\b[A-Z]{1,4}[-\d]/gu, ''));
  const forms = isCased ? cased : uncased;
  const found: Finding[] = [];
  const add = (start: number, to: number) => {
    found.push({ type: 'ADDRESS', start, end: extend(text, to, forms.place, checks.isFirstName) });
  };
  for (const pattern of forms.street) {
    for (const { index, 0: run } of text.matchAll(pattern))
      if (!isQuantity(run)) add(index, index + run.length);
  }
  for (const { index, 0: head } of text.matchAll(cue)) {
    const at = index + head.length;
    for (const form of isCased ? [cased.open, uncased.open] : [uncased.open]) {
      form.lastIndex = at;
      const run = form.exec(text)?.[0];
      if (run === undefined || isQuantity(run) || isQuantity(`1${text.slice(at + run.length)}`)) continue;
      add(at, at + run.length);
      break;
    }
  }
  found.push(...found.flatMap((address) => peopleAround(text, address)));
  found.push(...findAll(text, 'ADDRESS', postCode), ...findAll(text, 'ADDRESS', britishCode));
  return found.sort((a, b) => b.end - b.start - (a.end - a.start));
}

/** "30 days way", "2 Orders St": numbers of things are no house numbers. */
function isQuantity(run: string): boolean {
  return /^\d+\s*(?:x|days?|weeks?|months?|years?|hours?|tage|wochen|stück|jours|días|giorni|dias|dagen|dni|pcs|units?|items?|€|\$|£|%|st|nd|rd|th|am|pm|uhr)(?!\p{L})/iu.test(
    run,
  );
}

/** Over town, post code, state and country, as long as such parts follow; a person's name ends it. */
function extend(text: string, from: number, place: RegExp, isFirstName: (word: string) => boolean): number {
  let at = from;
  for (let parts = 0; parts < 6; parts += 1) {
    const joint = /^(?:\s*,\s*|[ \t]*\r?\n[ \t]*(?:,[ \t]*)?|[ \t]+)/u.exec(text.slice(at, at + 24))?.[0];
    if (joint === undefined) break;
    const next = at + joint.length;
    unitLine.lastIndex = next;
    const unit = unitLine.exec(text)?.[0];
    place.lastIndex = next;
    const run = unit ?? place.exec(text)?.[0];
    if (run === undefined || run === '') break;
    const [first = '', second] = run.split(/\s+/u);
    const isPlain = /^[\p{L}\p{M}'’. -]+$/u.test(run);
    // Without a comma only a post code, a unit or a country may go on: the sentence does, too.
    if (!/[,\n]/u.test(joint) && isPlain && !countries.has(run.toLowerCase()) && !/^\p{Lu}{3,}/u.test(run))
      break;
    if (
      isPlain &&
      second !== undefined &&
      isFirstName(first.toLowerCase()) &&
      !countries.has(run.toLowerCase())
    )
      break;
    if (
      /^(?:regards|thanks|best|signed|please|i|my|the|we|order|tel|phone|email|mobile|desk|fax)(?!\p{L})/iu.test(
        run,
      )
    )
      break;
    const words = run.split(/\s+/u);
    if (isPlain && words.length > 4) break;
    at = next + run.length;
    if (isPlain && countries.has(run.toLowerCase()) && !/^[ ,\n]*\d{4,6}/u.test(text.slice(at))) break;
  }
  return at;
}

const fullName = `${capital}(?:${space}(?:${small}${space})?${capital}){1,3}`;
const lowerName = `\\p{Ll}[\\p{L}'’-]+(?:${space}\\p{Ll}[\\p{L}'’-]+){1,2}`;
const nameBehind = new RegExp(`^[ \\t]*[,\\n][ \\t]*(${fullName}|${lowerName})[ \\t.!]*(?=$|\\n|[.!] )`, 'u');
const nameBefore = new RegExp(
  `(?<=^|\\n|[:?] ?)[ \\t>*?]*(${fullName}|${lowerName})[ \\t]*,?\\s*\\n[^\\p{L}\\n]*$`,
  'u',
);

/** On an envelope a name stands in the line above the street; in a sentence it may close the address. */
function peopleAround(text: string, address: Finding): Finding[] {
  const found: Finding[] = [];
  const behind = nameBehind.exec(text.slice(address.end, address.end + 80));
  if (behind && !isWords(behind[1]!)) {
    const start = address.end + behind[0].indexOf(behind[1]!);
    found.push({ type: 'PERSON', start, end: start + behind[1]!.length });
  }
  let top = address.start;
  // A company may stand between.
  for (let line = 0; line < 2; line += 1) {
    const from = Math.max(0, top - 80);
    const above = nameBefore.exec(text.slice(from, top));
    if (!above || isWords(above[1]!)) break;
    const start = from + above.index + above[0].indexOf(above[1]!);
    found.push({ type: 'PERSON', start, end: start + above[1]!.length });
    top = from + above.index;
  }
  return found;
}

function isWords(name: string): boolean {
  return (
    name
      .toLowerCase()
      .split(/\s+/u)
      .some((word) => notNames.has(word)) || countries.has(name.toLowerCase())
  );
}
