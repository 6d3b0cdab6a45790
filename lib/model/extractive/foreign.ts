import { detectLanguage } from '@/lib/draft/words/language';

/** Whether a text is clearly in another language than the customer's. */
export function isForeign(text: string, language: string | null): boolean {
  const found = detectLanguage(text);
  return language !== null && found !== null && found !== language.slice(0, 2);
}
