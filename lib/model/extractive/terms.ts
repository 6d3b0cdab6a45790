import { findValues } from '@/lib/draft/values';
import { fold, wordsOf } from '@/lib/draft/words/fold';
import { isSmallWord } from '@/lib/draft/words/language';
import { mattersOf } from '@/lib/draft/words/matters';

/** Words in nearly every ticket; they find nothing. */
const common = new Set(
  fold(
    'order orders ordered bestellung bestellt commande commandé pedido encomenda ordine hello please want need like would could know tell help get got make made thing things question questions ' +
      'möchte bitte gerne kann können frage voudrais pouvez puis bonjour quiero puedo gostaria posso today now just really also still last week time day days one two buy bought shop store another ' +
      'something anything someone sure okay yes bag use used using new old good long soon back off out over about there here then than them they their only into any all some more much many see take going way ' +
      'be we do although though never always already from him her his he she us our or if because since which who whose had did done other own same such very too while until ever even maybe perhaps thank been being both each few more most no nor own ' +
      'aber bei dem den denn nun worden werden ihnen etwas laut dann schon wenn weil oder als aus nach über unter gar nur mal doch sein sehr hier jetzt diese dieser dieses alle alles man uns unser wir ihm ihn mir mich dir ' +
      'mais donc alors parce très bien cela ça sans être avoir fait faire plus tout tous toute leur nous elle ils chez aussi ici ' +
      'pero porque muy bien sin ser estar hacer todo todos nos ella ellos aquí también ya si como más mas porém muito sem fazer tudo todos ela eles aqui também já ' +
      'work works best way ways stuff people possible mean problem issue send sent come comes came give gives keep put look looking let say says said think right wrong away change changed',
  ).split(' '),
);

const endings = /(?:ieren|iert|ungen|ung|ings?|ments?|ées?|er|en|ed|es|et|s|e|n|a|o|é)$/u;

/** Light stem: endings differ, beginnings stay. Long compounds keep enough to stay apart. */
function stem(word: string): string {
  if (/^\d/u.test(word)) return word;
  const bare = word.replace(endings, '');
  return (bare.length >= 4 ? bare : word.length < 4 ? word : word.replace(/(?:es|s|n|e)$/u, '')).slice(0, 6);
}

/** What a text speaks of: stems of its telling words, the matters they name (`§return`) and values with a unit. */
export function termsOf(text: string): Set<string> {
  // Small bare numbers agree by chance ("10 % off", "10:00"); with their unit they tell.
  const words = wordsOf(text).filter(
    (word) => word.length > 1 && !isSmallWord(word) && !common.has(word) && !/^\d{1,3}$/u.test(word),
  );
  const figures = (/\d/u.test(text) ? findValues(text) : [])
    .filter((value) => value.unit !== null)
    .map((value) => `§${value.key}`);
  // A word that names a matter counts as the matter; that it is the very word counts a little more.
  const plainWords = words.map((word) => (namesMatter(word) ? `${sameWord}${stem(word)}` : stem(word)));
  return new Set([...plainWords, ...mattersOf(fold(text)), ...figures]);
}

const sameWord = '~';

export function isMatterWord(term: string): boolean {
  return term.startsWith(sameWord);
}

const known = new Map<string, boolean>();
/** Remembered: the same few thousand words come again and again. */
function namesMatter(word: string): boolean {
  const before = known.get(word);
  if (before !== undefined) return before;
  const found = mattersOf(word).length > 0;
  if (known.size < 20_000) known.set(word, found);
  return found;
}

export function isMatter(term: string): boolean {
  return term.startsWith('§') && !term.includes(':');
}

/** How many things a set of terms names. */
export function countThings(terms: ReadonlySet<string>): number {
  return [...terms].filter((term) => !isMatterWord(term)).length;
}

/** A matter or a value: understood in any language. */
export function isShared(term: string): boolean {
  return term.startsWith('§');
}
