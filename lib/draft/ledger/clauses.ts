import { fold } from '../words/fold';
import { lettered } from '../words/letters';

const boundary = lettered(
  /[;,:]|(?<!\p{L})(?:because|since|as(?= (?:it|this|the|your|you|they) )|and(?= (?:is|are|was|were|has|have|will|does|can) )|und(?= (?:ist|sind|hat|wird|kann) )|et(?= (?:est|sont|a|sera) )|y(?= (?:es|está|tiene|ha) )|e(?= (?:é|è|está|tem|ha) )|while|but|although|weil|da|während|aber|obwohl|parce que|car|puisque|mais|porque|pero|ya que|mas|perché|poiché|ma|omdat|maar)(?!\p{L})/giu,
);
/** Words by which a clause denies, in the languages of the phrase table. Folded. */
const denial =
  /(?<![a-z])(?:not|cannot|no|never|unable|without|nicht|ohne|kein[a-z]*|nie|pas|jamais|aucune?|sans|nunca|sin|sem|senza|zonder|ningun[a-z]*|nao|nenhum[a-z]*|non|mai|nessun[a-z]*|niet|geen|nooit)(?![a-z])|n['’]t(?![a-z])/u;

/** Labels of what is not so yet. Folded. */
const tentative =
  /(?<![a-z])(?:new|updated|requested|desired|differen|change|refund|neu|gewunscht|nouve|souhait|nuev|nov|desead|nuov|nieuw)/u;
export function isTentative(label: string): boolean {
  return tentative.test(fold(label));
}

/** The clause that a text ends in, folded. */
export function lastClauseOf(before: string): string {
  let start = 0;
  for (const match of before.matchAll(boundary)) start = match.index + match[0].length;
  return fold(before.slice(start));
}

export function isDenied(foldedClause: string): boolean {
  return denial.test(foldedClause);
}
