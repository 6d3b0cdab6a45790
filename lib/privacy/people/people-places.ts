import type { Finding } from '../finding';

/** Ways to write the kinds of streets; a line of them is one word. */
const kinds = [
  'street|str|st',
  'road|rd',
  'avenue|ave|av',
  'drive|dr',
  'lane|ln',
  'court|ct',
  'place|pl',
  'square|sq',
  'boulevard|blvd|bd|bld',
  'terrace|terr',
  'crescent|cres',
  'highway|hwy',
  'parkway|pkwy',
  'straße|strasse|str',
  'platz|pl',
  'calle|c/|cl',
  'avenida|avda|av',
  'plaza|pza|plza',
  'rua|r',
  'via|v',
  'piazza|pza|p.za',
  'viale|v.le',
  'ulica|ul',
  'aleja|al',
  'apartment|apt|appartement|app',
  'suite|ste',
  'north|n',
  'south|s',
  'east|e',
  'west|w',
  'saint|st|ste|sainte',
].map((line) => line.split('|'));
const accents: Record<string, string> = {
  ä: 'ä|ae|a',
  ö: 'ö|oe|o',
  ü: 'ü|ue|u',
  ß: 'ß|ss',
  æ: 'æ|ae',
  ø: 'ø|oe|o',
  å: 'å|aa|a',
  ł: 'ł|l',
  đ: 'đ|d',
  ı: 'ı|i',
};
const between = '[\\s,.;/-]{1,4}';
const edge = '(?<![\\p{L}\\p{N}])';
const end = '(?![\\p{L}\\p{N}])';

/** Finds known addresses, written in one line or several, abbreviated or without accents, whole or in part. */
export function createPlaceFinder(addresses: readonly string[]): (text: string) => Finding[] {
  const parts = new Set(addresses.flatMap((address) => address.split(/\s*[\n,]\s*/u)));
  const patterns = [...parts].flatMap(patternsOf);
  if (patterns.length === 0) return () => [];
  const pattern = new RegExp(
    `${edge}(?:${patterns.join('|')})${end}(?:${between}(?:${patterns.join('|')})${end}){0,6}`,
    'giu',
  );
  return (text) =>
    [...text.matchAll(pattern)].map((match) => ({
      type: 'ADDRESS',
      start: match.index,
      end: match.index + match[0].length,
    }));
}

/** Of "48 Larkspur Road" also "Larkspur Rd 48" and the street alone; of "BS1 4DJ Bexhurst" each half. */
function patternsOf(part: string): string[] {
  const words = part.split(/\s+/u).filter((word) => word !== '');
  const numbers = words.filter((word) => /\d/u.test(word));
  const names = words.filter((word) => !/\d/u.test(word));
  // Codes of countries and states would match in the middle of any sentence.
  if (part.length < 4 || (numbers.length === 0 && names.length === 1 && /^\p{Lu}{2,3}$/u.test(part)))
    return [];
  const name = names.map(loose).join('[\\s.,-]{0,3}');
  const number = numbers.map(loose).join('[\\s-]{0,2}');
  const all: string[] = [];
  if (names.length > 0 && numbers.length > 0)
    all.push(
      `${number}${between}${name}`,
      `${name}${between}${number}`,
      words.map(loose).join('[\\s.,-]{0,3}'),
    );
  if (names.join('').length >= 4) all.push(name);
  if (numbers.length > 0 && numbers.join('').length >= 4) all.push(number);
  return all;
}

function loose(word: string): string {
  const plain = word.replace(/\.$/u, '').toLowerCase();
  const forms = new Set([plain, ...kinds.filter((kind) => kind.includes(plain)).flat()]);
  const compound = /^(.{3,})(?:straße|strasse|str)$/u.exec(plain);
  if (compound) for (const last of ['straße', 'strasse', 'str']) forms.add(compound[1] + last);
  return `(?:${[...forms].map(letters).join('|')})\\.?`;
}

function letters(word: string): string {
  return [...word.normalize('NFC')]
    .map((letter) => {
      const bare = letter.normalize('NFD').replace(/\p{M}/gu, '');
      const ways = accents[letter] ?? (bare === letter ? null : `${letter}|${bare}`);
      return ways ? `(?:${ways})` : letter.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&').replace(/[’']/u, "['’]?");
    })
    .join('');
}
