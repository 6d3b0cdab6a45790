import type { Need } from '@/lib/ticket/need';
import { detectLanguage, primaryLanguage } from '../words/language';
import type { DraftDocument } from './document';
import { toPlainText } from './write-reply';

/** Words enough to tell a language by; a greeting and a name are not. */
const tellingWords = 12;

/** Whether a reply is surely not in the language that was asked for. */
export function isOtherLanguage(document: DraftDocument, need: Pick<Need, 'language'>): boolean {
  const wanted = primaryLanguage(need.language);
  const text = toPlainText(document);
  if (wanted === null || (text.match(/\p{L}{2,}/gu)?.length ?? 0) < tellingWords) return false;
  const written = detectLanguage(text);
  return written !== null && written !== wanted;
}
