/** What can be done to a reply without a model. */
export type Instruction =
  | { kind: 'none' }
  | { kind: 'shorter' }
  | { kind: 'warmer' }
  /** Words of the agent, put in as they are. */
  | { kind: 'add'; text: string }
  | { kind: 'unknown' };

const shorter =
  /^(?:make (?:it |this )?)?(?:much |a bit )?(?:shorter|short|more concise|briefer|brief|kürzer|knapper|plus court|más corto|más breve|mais curto|mais breve|più breve|korter)\.?!?$/iu;
const warmer =
  /^(?:make (?:it |this )?)?(?:a bit |much )?(?:warmer|warm|friendlier|more friendly|kinder|freundlicher|herzlicher|plus chaleureux|plus aimable|más cálido|más amable|mais caloroso|mais simpático|più cordiale|vriendelijker)\.?!?$/iu;
const quoted =
  /^(?:add|say|write|mention|append|ergänze|sage?|schreibe?|füge hinzu|ajoute[rz]?|dis|añade|di|acrescenta|diz|aggiungi|voeg toe)\s*:?\s*["“„«](.{2,600})["”“»]\.?$/isu;
const saidThat = /^(?:say|add|mention|write)\s+that\s+(.{3,400})$/isu;

export function readInstruction(text: string | null, language: string | null): Instruction {
  const wish = text?.trim() ?? '';
  if (wish === '') return { kind: 'none' };
  if (shorter.test(wish)) return { kind: 'shorter' };
  if (warmer.test(wish)) return { kind: 'warmer' };
  const words = quoted.exec(wish)?.[1]?.trim();
  if (words) return { kind: 'add', text: words };
  // "say that we will call tomorrow" becomes a sentence only where the reply is in English too.
  const that = saidThat.exec(wish)?.[1]?.trim();
  if (that && (language === null || language.startsWith('en'))) {
    const sentence = that[0]!.toUpperCase() + that.slice(1);
    return { kind: 'add', text: /[.!?]$/u.test(sentence) ? sentence : `${sentence}.` };
  }
  return { kind: 'unknown' };
}
