import type { Finding } from '../finding';
import type { Clues } from './matches';
import {
  ambiguous,
  fieldLabels,
  introductions,
  looseIntroductions,
  notNames,
  salutations,
  signOffs,
  titles,
} from './name-cues';

const gap = '[ \\u00a0\\ufeff\\u200b]+';
const particle =
  "(?:de|del|della|di|da|do|dos|das|du|des|van|von|vom|zu|zur|der|den|ter|ten|te|la|le|el|al|bin|ibn|ben|bint|y|af|av|st\\.?|d['’])";
const capital =
  "(?:(?:O|D|L|Mc|Mac|Al|El|Ben|Bin)['’-]?)?\\p{Lu}[\\p{L}\\p{M}'’]*(?:-\\p{L}[\\p{L}\\p{M}'’]*)*";
const initial = '\\p{Lu}\\.';
/** Up to four capitalised words or initials, with the small words that names hold. */
const cased = `(?:${capital}|${initial})(?:${gap}(?:${particle}${gap}){0,2}(?:${capital}|${initial})){0,3}`;
/** Where nobody writes capitals: two words, and the small words between. */
const anyWord = "\\p{L}[\\p{L}\\p{M}'’]+(?:-[\\p{L}\\p{M}'’]+)*";
const uncased = `${anyWord}(?:${gap}(?:${particle}${gap}){0,2}${anyWord})?`;
const edge = '(?<![\\p{L}\\p{N}_@.])';
const lineStart = '(?<![^\\n>|*\\s])(?<=^|[\\n.!?…>|*,;)]\\s*)';

const introduced = new RegExp(
  `${edge}(?:${introductions})(?!\\p{L})\\s*(?:(?:is|ist|est|es|è|é|to|\\?|:|=|-)\\s*){0,2}["'“„«]?`,
  'giu',
);
const labelled = new RegExp(
  `(?:(?<=(?:^|[\\n,;(|])[ \\t]*)(?:${fieldLabels})${gap}|${edge}(?:${fieldLabels})\\s*(?:[:=?]|(?:is|ist|est|es|è|é)${gap})\\s*)(?:(?:is|ist|est|es|è|é)${gap})?`,
  'giu',
);
const looselyIntroduced = new RegExp(`${edge}(?:${looseIntroductions})${gap}`, 'giu');
const greeted = new RegExp(`${lineStart}(?:${salutations})(?:,)?${gap}(?:(?:${titles})\\.?${gap})?`, 'giu');
const signed = new RegExp(
  `${lineStart}(?:${signOffs})(?!\\p{L})[ \\t]*[,.!:;–-]*[ \\t]*(?:\\r?\\n[ \\t]*){0,3}[-–~]*[ \\t]*`,
  'giu',
);
const closing = new RegExp(`^(?:${signOffs}|${salutations})(?!\\p{L})`, 'iu');
const titled = new RegExp(`${edge}(?:${titles})(?:\\.|(?=\\s))${gap}`, 'giu');
const addressed =
  /(?:^|\n)[ \t>]*(?:from|to|cc|reply-to|von|an|de|à|para|da|a|van|aan|od|do|fra|til|från|till)[ \t]*:[ \t]*["']?([^\n<>"@:]{2,60}?)["']?[ \t]*[<[(](?=[^\s>]+@)/giu;
const beforeEmail = new RegExp(`(${cased})${gap}<(?=[^\\s>]+@)`, 'gu');
const speaking = new RegExp(
  `${edge}(${cased})(?:['’]s)?${gap}(?:said|says|asked|told|wrote|replied|shouted|called me|lives|lived|promised|will call|works at|from (?:support|your team))(?!\\p{L})`,
  'gu',
);
const called = new RegExp(
  `(?<=^|\\n)(${capital}),\\s+(?:can|could|please|would|will you|i|thanks|thank you|we)(?!\\p{L})`,
  'gu',
);
const stickyCased = new RegExp(cased, 'yu');
const stickyUncased = new RegExp(uncased, 'yu');
const words = new RegExp(`${edge}${cased}`, 'gu');

/** Names by what stands around them, and by first names that are hardly anything else. */
export function findPersons(text: string, { checks }: Clues): Finding[] {
  const found: Finding[] = [];
  const hasCapitals = /\p{Lu}/u.test(text);
  const add = (index: number, raw: string | undefined, options: { atLineEnd?: boolean } = {}) => {
    if (raw === undefined) return;
    const name = withoutOthers(raw);
    const end = index + name.length;
    // "Thanks. Kind regards" is two closings and no name.
    if (closing.test(name)) return;
    if (name.length < 2 || notNames.has(name.toLowerCase())) return;
    if (options.atLineEnd && !/^[ \t]*(?:$|[\n,.!|(/)<;•–-]|[☎✆+\d])/u.test(text.slice(end))) return;
    found.push({ type: 'PERSON', start: index, end });
  };
  const nameAt = (index: number, options: { anyCase: boolean }) => {
    stickyCased.lastIndex = index;
    const strict = stickyCased.exec(text)?.[0];
    if (strict !== undefined || !options.anyCase) return strict;
    stickyUncased.lastIndex = index;
    return stickyUncased.exec(text)?.[0];
  };
  const behind = (pattern: RegExp, options: { anyCase: boolean; atLineEnd?: boolean }) => {
    for (const match of text.matchAll(pattern)) {
      const index = match.index + match[0].length;
      add(index, nameAt(index, options), options);
    }
  };
  behind(introduced, { anyCase: true });
  behind(labelled, { anyCase: true });
  behind(signed, { anyCase: !hasCapitals, atLineEnd: true });
  behind(greeted, { anyCase: !hasCapitals, atLineEnd: true });
  behind(titled, { anyCase: false });
  if (hasCapitals) behindIfName();
  for (const match of text.matchAll(addressed))
    add(match.index + match[0].lastIndexOf(match[1]!), match[1]!.trim());
  for (const pattern of [beforeEmail, speaking, called])
    for (const match of text.matchAll(pattern)) add(match.index, match[1]);
  byFirstName();
  return found;

  function behindIfName(): void {
    for (const match of text.matchAll(looselyIntroduced)) {
      const index = match.index + match[0].length;
      const name = nameAt(index, { anyCase: false });
      if (name === undefined) continue;
      const [first = '', second] = name.split(new RegExp(gap, 'u'));
      const isTold =
        !/^(?:by|this|it|here|hier|ici|c['’]est|ben|met)/iu.test(match[0]) || second !== undefined;
      if (isTold && !notNames.has(first.toLowerCase()) && !/^\p{Lu}{2,}$/u.test(first)) add(index, name);
    }
  }

  /** "Ines Calloway" anywhere; a first name alone as well, where it is no other word. */
  function byFirstName(): void {
    for (const { index, 0: run } of text.matchAll(words)) {
      const parts = [...run.matchAll(/[^\s\ufeff\u200b]+/gu)];
      const at = parts.findIndex(({ 0: part }) => isFirst(part));
      if (at === -1) continue;
      const first = parts[at]!;
      const rest = run.slice(first.index);
      const isAlone = parts.length === at + 1;
      const word = plain(first[0]);
      // "Ruby Slippers" is no person, and a word in capitals is more often a short name of a thing.
      if ((ambiguous.has(word) && at === 0) || (isAlone && /^\p{Lu}+$/u.test(first[0]))) continue;
      add(index + first.index, rest);
    }
  }

  function isFirst(part: string): boolean {
    const word = plain(part);
    return word.length > 2 && !notNames.has(word) && checks.isFirstName(word);
  }
}

function plain(part: string): string {
  return part.replace(/['’](?:s)?$/u, '').toLowerCase();
}

/** Cut before the first word that is none of a name: "Nora and order" ends at "Nora". A genitive s is no part. */
function withoutOthers(raw: string): string {
  const parts = [...raw.matchAll(/[^\s\ufeff\u200b]+/gu)];
  const stop = parts.findIndex(
    ({ 0: part }, index) => notNames.has(plain(part)) && (index > 0 || parts.length === 1),
  );
  const last = stop === 0 ? null : parts[stop === -1 ? parts.length - 1 : stop - 1];
  if (!last || notNames.has(plain(parts[0]![0]))) return '';
  return raw
    .slice(0, last.index + last[0].length)
    .replace(/['’]s?$/u, '')
    .trimEnd();
}
