/** Letters that no decomposition takes apart. */
const apart: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ə: 'a',
};
const spelled: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', æ: 'ae' };
/** Cyrillic and Greek by the Latin letters that passports and keyboards use most. */
const scripts: Record<string, string> = Object.fromEntries(
  'а a|б b|в v|г g|ґ g|д d|ђ dj|е e|є ie|ё e|ж zh|з z|и i|і i|ї i|й i|ј j|к k|л l|љ lj|м m|н n|њ nj|о o|п p|р r|с s|т t|ћ c|у u|ў u|ф f|х h|ц ts|ч ch|џ dz|ш sh|щ shch|ъ |ы y|ь |э e|ю iu|я ia|α a|β v|γ g|δ d|ε e|ζ z|η i|θ th|ι i|κ k|λ l|μ m|ν n|ξ x|ο o|π p|ρ r|σ s|ς s|τ t|υ y|φ f|χ ch|ψ ps|ω o'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** A word without accents, in lower case; letters of other scripts in Latin. */
export function foldName(word: string): string {
  let out = '';
  for (const letter of word.toLowerCase().normalize('NFC')) {
    const bare = letter.normalize('NFD').replace(/\p{M}/gu, '');
    out += apart[letter] ?? scripts[letter] ?? scripts[bare] ?? apart[bare] ?? bare;
  }
  return out.replace(/[’']/gu, '');
}

/** As the same name is spelled where the keyboard lacks a letter: Müller, Mueller, Muller. */
export function foldings(word: string): string[] {
  const plain = foldName(word);
  const composed = word.toLowerCase().normalize('NFC');
  const long = foldName([...composed].map((letter) => spelled[letter] ?? letter).join(''));
  return plain === long ? [plain] : [plain, long];
}

const sounds: readonly [RegExp, string][] = [
  [/oy/gu, 'ou'],
  [/sch|sh|sz|š/gu, 's'],
  [/tsch|tch|cz|ch|č/gu, 'c'],
  [/kh/gu, 'h'],
  [/zh|ž/gu, 'z'],
  [/ph/gu, 'f'],
  [/th/gu, 't'],
  [/x|ks/gu, 'ks'],
  [/ck|q|c(?=[aoulrkt]|$)/gu, 'k'],
  [/ts|tz/gu, 'c'],
  [/w/gu, 'v'],
  [/[jy]/gu, 'i'],
  [/(?<!^)h/gu, ''],
  [/(.)\1+/gu, '$1'],
  [/ie|ii/gu, 'i'],
];

/** One key for the ways in which another script writes a name: Alexei, Aleksey. Only for words that change script. */
export function soundOf(folded: string): string {
  return sounds.reduce((word, [pattern, letters]) => word.replace(pattern, letters), folded);
}
