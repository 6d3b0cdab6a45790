import { questionStart } from '@/lib/draft/words/request-cues';

const joint = /(?:[,;]\s+|\s+)(?:and|or|und|oder|sowie|et|ou|y|o|e|ed)\s+|[,;]\s+|[?？؟]\s*(?=\S)/giu;
/** "If that does not work, …": the case, not the matter. */
const emptyCase =
  /^(?:and |but |und |aber |et |mais |y |pero |e |mas )?(?:if|in case|wenn|falls|si|se|caso) (?:that|this|it|not|so|das|dies|es|nicht|ce|cela|no|eso|não|isso|non)(?!\p{L})[^,?]*,\s*/iu;
/** "I do not want the part any more, I want …": what is not wanted is not asked for. */
const unwanted =
  /^(?:i (?:do not|don['’]t) want|do not send|don['’]t send|ich (?:will|möchte|brauche) kein\p{L}*|je ne veux (?:pas|plus)|no quiero|não quero|non voglio)(?!\p{L})[^,;]*(?:[,;]\s*|$)/iu;
/** "Also: …", "Another question: …" */
const opener = /^[\p{L} ]{2,30}:\s+(?=\S)/u;
/** "… and can he use it …": a question only behind a conjunction. */
const goesOnAsking =
  /^(?:can|could|will|would|do|does|did|is|are|may|should|has|have) (?:i|you|we|he|she|it|they|the|my|there|this|that|one|a)(?!\p{L})/iu;

/** "…, as we are a business", "…, I ordered the wrong size": why it is asked, not what. */
const reason =
  /,\s+(?:as|because|since|but|i|we|my|ich|wir|da|weil|denn|je|j['’]|nous|car|comme|parce|porque|pero|pois|mas|eu|perché) ?(?=\p{L})[^?]*$/iu;

/** Cut where a conjunction or a comma leads to another question. */
export function splitAsk(ask: string): string[] {
  const text = ask.replace(emptyCase, '').replace(opener, '').replace(unwanted, '');
  if (text === '') return [];
  const parts: string[] = [];
  let start = 0;
  for (const match of text.matchAll(joint)) {
    const rest = text.slice(match.index + match[0].length);
    const isMark = /^[?？؟]/u.test(match[0]);
    if (match.index - start < 10 || rest.length < 8) continue;
    if (!isMark && !questionStart.test(rest) && !goesOnAsking.test(rest)) continue;
    parts.push(text.slice(start, match.index + (isMark ? 1 : 0)));
    start = match.index + match[0].length;
  }
  return [...parts, text.slice(start)].map(withoutReason);
}

function withoutReason(part: string): string {
  const rest = part.replace(reason, '');
  return rest.length >= 12 ? rest : part;
}
