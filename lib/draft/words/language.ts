/**
 * Languages told apart by their small words. Enough for a customer's message of a sentence or two; search has its own
 * detector for the index, which is too heavy to wait for between key press and request.
 */
const smallWords: Record<string, string> = {
  en: 'the and is are was you your my i have has not can could would please thanks thank with for this that it of to when what how do does will been order hello hi',
  de: 'der die das und ist sind war ich sie ihr ihre mein meine habe hat nicht kann können könnte bitte danke mit für dies dass es von zu wann was wie ein eine einen wurde noch auch auf im am hallo bestellung',
  fr: 'le la les et est sont je vous votre vos mon ma mes pas peux pouvez pourriez merci avec pour ce cette que il de des du quand comment un une été ai bonjour commande sur dans ne',
  es: 'el la los las y es son yo usted su mi mis no puedo puede pueden gracias con para este esta que lo de del cuando cuándo cómo un una he ha por favor hola pedido en me se',
  pt: 'o a os as e é são eu você seu sua meu minha não posso pode podem obrigado obrigada com para este esta que do da de dos quando como um uma foi por olá pedido em me na no',
  it: 'il lo la gli le e è sono io voi vostro mio mia non posso può potete grazie con per questo questa che di del della quando come un una ho ha ordine ciao buongiorno in mi',
  nl: 'de het en is zijn ik u jullie uw mijn niet kan kunnen kunt bedankt dank met voor dit dat van wanneer hoe een heb heeft bestelling hallo graag op te er',
  pl: 'i jest są ja nie mogę może można proszę dziękuję z na do w to że się kiedy jak co mój moja moje zamówienie dzień dobry czy mam był była',
  sv: 'och är jag ni er min mitt inte kan tack med för detta att det av när hur en ett har beställning hej på till som',
  da: 'og er jeg i jeres min mit ikke kan tak med for dette at det af hvornår hvordan en et har bestilling hej på til som venlig',
  no: 'og er jeg dere deres min mitt ikke kan takk med for dette at det av når hvordan en et har bestilling hei på til som vennlig',
  fi: 'ja on ovat minä te en ei voin voi voisitteko kiitos kanssa tämä että se milloin miten olen olette tilaus hei mutta kun',
  cs: 'a je jsou já vy není můžu může prosím děkuji s na do v to že se kdy jak můj moje objednávka dobrý den jsem',
  tr: 've bir bu ne için ile ben siz benim değil lütfen teşekkürler merhaba sipariş nasıl zaman mı mi var yok',
};

const vocabulary = new Map(
  Object.entries(smallWords).map(([language, words]) => [language, new Set(words.split(' '))]),
);
const scripts: readonly [RegExp, string][] = [
  [/[\u3040-\u30ff]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Greek}/u, 'el'],
  [/[іїєґІЇЄҐ]/u, 'uk'],
  [/\p{Script=Cyrillic}/u, 'ru'],
];
const enoughWords = 400;

/** BCP 47 primary language, or `null` when the words do not tell. */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, 4000);
  for (const [script, language] of scripts) {
    const letters = sample.match(new RegExp(script, 'gu'))?.length ?? 0;
    if (letters >= 4 && letters * 8 > sample.replace(/\P{L}/gu, '').length) return language;
  }
  const words = (sample.toLowerCase().match(/\p{L}+/gu) ?? []).slice(0, enoughWords);
  let best: string | null = null;
  let bestScore = 0;
  let secondScore = 0;
  for (const [language, known] of vocabulary) {
    let score = 0;
    for (const word of words) if (known.has(word)) score += word.length > 1 ? 1 : 0.5;
    if (score > bestScore) {
      secondScore = bestScore;
      bestScore = score;
      best = language;
    } else secondScore = Math.max(secondScore, score);
  }
  return bestScore >= 2 && bestScore > secondScore ? best : null;
}

/** `de-AT` and `de_AT` speak `de`. */
export function primaryLanguage(tag: string | null | undefined): string | null {
  const primary = /^[a-z]{2,3}/iu.exec(tag ?? '')?.[0].toLowerCase() ?? null;
  return primary === 'nb' || primary === 'nn' ? 'no' : primary;
}

const smallOfAll = new Set(
  [...vocabulary.values()].flatMap((words) =>
    [...words].map((word) => word.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss')),
  ),
);

/** A folded word (`fold`) that carries no matter of its own in any of the languages known here. */
export function isSmallWord(word: string): boolean {
  return smallOfAll.has(word);
}
