import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as greek } from '@orama/stemmers/greek';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as indonesian } from '@orama/stemmers/indonesian';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stopwords as arabicStops } from '@orama/stopwords/arabic';
import { stopwords as danishStops } from '@orama/stopwords/danish';
import { stopwords as dutchStops } from '@orama/stopwords/dutch';
import { stopwords as englishStops } from '@orama/stopwords/english';
import { stopwords as finnishStops } from '@orama/stopwords/finnish';
import { stopwords as frenchStops } from '@orama/stopwords/french';
import { stopwords as germanStops } from '@orama/stopwords/german';
import { stopwords as greekStops } from '@orama/stopwords/greek';
import { stopwords as hungarianStops } from '@orama/stopwords/hungarian';
import { stopwords as indonesianStops } from '@orama/stopwords/indonesian';
import { stopwords as italianStops } from '@orama/stopwords/italian';
import { stopwords as japaneseStops } from '@orama/stopwords/japanese';
import { stopwords as mandarinStops } from '@orama/stopwords/mandarin';
import { stopwords as norwegianStops } from '@orama/stopwords/norwegian';
import { stopwords as portugueseStops } from '@orama/stopwords/portuguese';
import { stopwords as romanianStops } from '@orama/stopwords/romanian';
import { stopwords as russianStops } from '@orama/stopwords/russian';
import { stopwords as spanishStops } from '@orama/stopwords/spanish';
import { stopwords as swedishStops } from '@orama/stopwords/swedish';
import { stopwords as turkishStops } from '@orama/stopwords/turkish';
import { stopwords as ukrainianStops } from '@orama/stopwords/ukrainian';

export interface Language {
  readonly stem: (word: string) => string;
  readonly stopWords: readonly string[];
}

const asItIs = (word: string): string => word;

/** Snowball stemmers and stop words by primary language subtag. A language that is not here is searched unstemmed. */
export const languages: Readonly<Record<string, Language>> = {
  ar: { stem: arabic, stopWords: arabicStops },
  da: { stem: danish, stopWords: danishStops },
  de: { stem: german, stopWords: germanStops },
  el: { stem: greek, stopWords: greekStops },
  en: { stem: english, stopWords: englishStops },
  es: { stem: spanish, stopWords: spanishStops },
  fi: { stem: finnish, stopWords: finnishStops },
  fr: { stem: french, stopWords: frenchStops },
  hu: { stem: hungarian, stopWords: hungarianStops },
  id: { stem: indonesian, stopWords: indonesianStops },
  it: { stem: italian, stopWords: italianStops },
  ja: { stem: asItIs, stopWords: japaneseStops },
  nl: { stem: dutch, stopWords: dutchStops },
  no: { stem: norwegian, stopWords: norwegianStops },
  pt: { stem: portuguese, stopWords: portugueseStops },
  ro: { stem: romanian, stopWords: romanianStops },
  ru: { stem: russian, stopWords: russianStops },
  sv: { stem: swedish, stopWords: swedishStops },
  tr: { stem: turkish, stopWords: turkishStops },
  uk: { stem: asItIs, stopWords: ukrainianStops },
  zh: { stem: asItIs, stopWords: mandarinStops },
};

/** `de-AT` → `de`; both written forms of Norwegian share one stemmer. */
export function primaryLanguage(locale: string): string {
  const primary = locale.toLowerCase().split(/[-_]/, 1)[0] ?? '';
  return primary === 'nb' || primary === 'nn' ? 'no' : primary;
}
