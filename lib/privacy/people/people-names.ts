import { distance } from 'fastest-levenshtein';
import { wideLetters } from '../detectors/matches';
import type { Finding } from '../finding';
import { stemOf, stems } from './endings';
import { foldings, foldName, soundOf } from './fold';
import { nicknamesOf } from './nicknames';

/** Parts of names that are words of the language far more often than names. */
const everyday = new Set(
  'will may mark grace hope rose bill rich art dean frank june april august sunny joy faith best long short green brown white black gray young king bush see you his her him mann der die das van von vom den del los las bin abu the and und mai rot klein gross lang kurz neu blanc petit grand noir rouge sol luz cruz rey team support service shop store customer client guest info pat sue bob jack ray kit dan lex lisa mia jo ed em art asia rita leo teo ale'.split(
    ' ',
  ),
);
const titles = /^(?:mr|mrs|ms|miss|dr|prof|herr|frau|mme|sr|sra|jr|ii|iii|iv|phd|md)\.?$/iu;
const word = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const wide = new RegExp(`[${wideLetters}]`, 'u');
/** Scripts without spaces set a Latin name right between their letters. */
const ofOneScript = new RegExp(`[${wideLetters}]+|[^${wideLetters}]+`, 'gu');
/** A typing mistake is told from another name only in a long one. */
const longName = 7;
const between = /^(?:[ \t\u00a0]+|,\s*|\s*-\s*|[ \t]*\n[ \t]*|[._])$/u;

interface Known {
  /** Folded form to the people who have it. */
  exact: Map<string, Set<number>>;
  stems: Map<string, Set<number>>;
  sounds: Map<string, Set<number>>;
  long: Map<string, Set<number>>;
  /** Folded first letters of each person's names. */
  initials: string[];
  wideNames: string[];
  /** Whole names in both orders: these may be made of everyday words. */
  whole: { pattern: RegExp; person: number }[];
}

/** Finds names of known people in every form that people write them in. */
export function createNameFinder(names: readonly string[]): (text: string) => Finding[] {
  const known = learn(names);
  if (names.length === 0) return () => [];
  return (text) => merged(text, hits(text, known), known);
}

interface Hit {
  start: number;
  end: number;
  people: Set<number>;
}

function learn(names: readonly string[]): Known {
  const known: Known = {
    exact: new Map(),
    stems: new Map(),
    sounds: new Map(),
    long: new Map(),
    initials: [],
    wideNames: [],
    whole: [],
  };
  const put = (map: Map<string, Set<number>>, key: string, person: number) =>
    map.set(key, (map.get(key) ?? new Set()).add(person));
  names.forEach((name, person) => {
    const parts = name.split(/[\s,.-]+/u).filter((part) => part !== '' && !titles.test(part));
    known.initials.push(parts.map((part) => foldName(part)[0] ?? '').join(''));
    if (wide.test(name))
      known.wideNames.push(name.replace(/\s+/gu, ''), ...parts.filter((part) => part.length > 1));
    for (const part of parts) {
      for (const form of foldings(part)) {
        if (form.length < 3 || everyday.has(form)) continue;
        put(known.exact, form, person);
        const stem = stemOf(form);
        if (stem) put(known.stems, stem, person);
        if (form.length >= 4) put(known.sounds, soundOf(form), person);
        if (form.length >= longName) put(known.long, form, person);
        for (const other of nicknamesOf(form)) {
          if (!everyday.has(other)) put(known.exact, other, person);
        }
      }
    }
    const [given, family] = [parts[0], parts.at(-1)];
    if (given === undefined || family === undefined || parts.length < 2) return;
    // As names stand in mail addresses and user names.
    for (const first of foldings(given))
      for (const last of foldings(family))
        for (const handle of [first + last, last + first, `${first[0]}${last}`, `${last}${first[0]}`])
          if (handle.length >= 5 && !everyday.has(handle)) put(known.exact, handle, person);
    const [one, two] = [given, family].map(escapePattern);
    known.whole.push({
      pattern: new RegExp(
        `(?<![\\p{L}\\p{N}])(?:${one}[\\s._-]+${two}|${two},?[\\s._-]+${one})(?!\\p{L})`,
        'giu',
      ),
      person,
    });
    // An everyday word is a name beside the other half of it.
    for (const part of parts) put(known.exact, `+${foldName(part)}`, person);
  });
  return known;
}

function hits(text: string, known: Known): Hit[] {
  const found: Hit[] = [];
  const hasCapitals = /\p{Lu}/u.test(text);
  for (const { index, raw } of wordsIn(text)) {
    const people = peopleOf(raw, known, hasCapitals);
    if (people) found.push({ start: index, end: index + nameLength(raw), people });
  }
  for (const { pattern, person } of known.whole) {
    for (const { index, 0: name } of text.matchAll(pattern))
      found.push({ start: index, end: index + name.length, people: new Set([person]) });
  }
  for (const name of known.wideNames) {
    for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length))
      found.push({ start: at, end: at + name.length, people: new Set([0]) });
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function* wordsIn(text: string): Generator<{ index: number; raw: string }> {
  for (const { index, 0: raw } of text.matchAll(word)) {
    if (!wide.test(raw)) yield { index, raw };
    else for (const part of raw.matchAll(ofOneScript)) yield { index: index + part.index, raw: part[0] };
  }
}

/** "Nora's": the s is no part of the name. */
function nameLength(raw: string): number {
  return raw.replace(/['’]s?$/u, '').length;
}

function peopleOf(raw: string, known: Known, hasCapitals: boolean): Set<number> | null {
  if (raw.length < 3 && !wide.test(raw)) return null;
  const isName = /^\p{Lu}/u.test(raw) || !hasCapitals;
  for (const folded of foldings(raw)) {
    const exact = known.exact.get(folded);
    if (exact) return everyday.has(folded) ? null : exact;
    if (!isName && !/^[^\p{Lu}]+$/u.test(raw)) continue;
    for (const stem of stems(folded, raw)) {
      const inflected = known.exact.get(stem);
      if (inflected && stem !== folded && (isName || stem.length >= 5) && !everyday.has(folded))
        return inflected;
      const changed = isName && stem.length >= 3 ? known.stems.get(stem) : undefined;
      if (changed && (stem.length >= 4 || folded.length - stem.length <= 1)) return changed;
    }
    if (isName && /[^\p{Script=Latin}\p{M}'’]/u.test(raw)) {
      for (const stem of stems(folded, raw)) {
        const sounding = known.sounds.get(soundOf(stem));
        if (sounding) return sounding;
      }
    }
    if (isName && folded.length >= longName - 1) {
      for (const [name, people] of known.long) if (isOneSlip(folded, name)) return people;
    }
  }
  return null;
}

/** One letter more, less or other, or two that changed places. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false;
  if (distance(a, b) <= 1) return true;
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** Names of one person side by side are one finding, with initials and everyday halves beside them. */
function merged(text: string, found: readonly Hit[], known: Known): Finding[] {
  const out: Hit[] = [];
  for (const hit of found) {
    const grown = withNeighbours(text, hit, known);
    const last = out.at(-1);
    const isSame = last && [...hit.people].some((person) => last.people.has(person));
    if (last && grown.start <= last.end && isSame) last.end = Math.max(last.end, grown.end);
    else if (last && isSame && between.test(text.slice(last.end, grown.start))) last.end = grown.end;
    else if (!last || hit.start >= last.end)
      out.push({ ...grown, start: Math.max(grown.start, last?.end ?? 0) });
  }
  return out.map(({ start, end }) => ({ type: 'PERSON', start, end }));
}

function withNeighbours(text: string, hit: Hit, known: Known): Hit {
  let { start, end } = hit;
  const isInitial = (letter: string) =>
    [...hit.people].some((person) => known.initials[person]?.includes(foldName(letter)));
  for (let step = 0; step < 2; step += 1) {
    const ahead = /(?<![\p{L}\p{N}])(\p{L})(?:\.\s?|\s)$/u.exec(text.slice(Math.max(0, start - 4), start));
    if (ahead && isInitial(ahead[1]!) && /\p{Lu}/u.test(ahead[1]!)) start -= ahead[0].length;
    const word = /(?<![\p{L}\p{N}])([\p{L}\p{M}]{2,}),?[ \t]+$/u.exec(
      text.slice(Math.max(0, start - 30), start),
    );
    if (word && isHalf(word[1]!)) start -= word[0].length;
  }
  const behind = /^[ ,]\s?(\p{Lu})(?:\.|(?![\p{L}\p{N}]))/u.exec(text.slice(end, end + 4));
  if (behind && isInitial(behind[1]!)) end += behind[0].length;
  const word = /^,?[ \t]+([\p{L}\p{M}]{2,})(?!\p{L})/u.exec(text.slice(end, end + 30));
  if (word && isHalf(word[1]!)) end += word[0].length;
  const digits = /^\d{1,4}(?!\d)/u.exec(text.slice(end, end + 5));
  return { ...hit, start, end: digits ? end + digits[0].length : end };

  function isHalf(part: string): boolean {
    const people = known.exact.get(`+${foldName(part)}`);
    return people !== undefined && [...hit.people].some((person) => people.has(person));
  }
}

export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}
