import { phraseTable } from './phrase-table';

/** What a reply says around the quotes. Nothing here states a fact about the shop. */
export interface Phrases {
  /** With the first name, and without one. */
  greeting: (name: string) => string;
  greetingNoName: string;
  thanks: string;
  /** For complaints and for "warmer". */
  warm: string;
  /** To somebody who is angry: owns the trouble, admits nothing. */
  sorry: string;
  /** Before answers to several asks. */
  several: string;
  /** Before a quote of what the customer asked that nothing answers. */
  open: string;
  openSeveral: string;
  /** When nothing answers anything. */
  nothing: string;
  orderNumber: string;
  /** To a customer who asked what nothing answers. */
  askMore: string;
  /** To a customer who sent no words. */
  askWords: string;
  offer: string;
  regards: string;
}

/** Phrases of the customer's language; English where there are none, and `isExact` says so. */
export function phrasesFor(language: string | null): {
  phrases: Phrases;
  language: string;
  isExact: boolean;
} {
  const primary = language?.toLowerCase().split(/[-_]/)[0] ?? 'en';
  const phrases = phraseTable[primary];
  return phrases === undefined
    ? { phrases: phraseTable.en!, language: 'en', isExact: false }
    : { phrases, language: primary, isExact: true };
}
