import { fold } from '../../words/fold';
import { lettered } from '../../words/letters';
import { splitSentences } from '../../words/sentences';
import { denialsIn } from '../denials';
import { type Check, contradicted } from '../finding';
import { stemsOf } from '../said';

/** The writer speaks of what they themselves will or can do. */
const firstPerson = lettered(
  /(?<!\p{L})(?:i|we|ich|wir|je|nous|yo|nosotros|eu|nós|io|noi|ik|wij|we)(?:\s+(?:will|can|would|werde|werden|kann|können|ne|no|não|non|zal|kan|kunnen))?\s*$/iu,
);
/** The sentence asks for leave to do it. Folded. */
const asking =
  /(?<![a-z])(?:please confirm|would you like|do you want|shall (?:i|we)|if you(?:'d| would) like (?:me|us) to|bestatigen sie|mochten sie|soll(?:en)? (?:ich|wir)|souhaitez|voulez|merci de confirmer|desea|quiere|confirme|gostaria|deseja|desidera|conferm|wilt u|bevestig)/u;
/** Between the two the draft turns to something else. Folded. */
const turning =
  /(?<![a-z])(?:(?:however|instead|otherwise|but|jedoch|stattdessen|aber|toutefois|cependant|plutot|mais|sin embargo|en su lugar|pero|porem|em vez|mas|tuttavia|invece|ma|echter|in plaats|maar)(?![a-z])|alternativ)/u;

/** "I will not proceed with the exchange. … Please confirm that I may proceed with it." */
export const checkOwnWords: Check = ({ text, around }, _, found) => {
  if (found.some(({ key }) => key.startsWith('denial:'))) return [];
  const place = around.draft.indexOf(text);
  if (place === -1) return [];
  for (const denial of denialsIn(text)) {
    const { start, end } = denial;
    const [verb] = stemsOf(text.slice(end));
    if (verb === undefined || !firstPerson.test(text.slice(0, start))) continue;
    const after = around.draft.slice(place + text.length);
    const asked = splitSentences(after).find((span) => {
      const said = after.slice(span.start, span.end);
      return asking.test(fold(said)) && stemsOf(said).has(verb);
    });
    if (asked === undefined || turning.test(fold(text.slice(end) + after.slice(0, asked.end)))) continue;
    return [
      {
        start,
        end,
        key: `denial:${fold(text.slice(start, end + 40))}`,
        citations: [],
        ...contradicted('opposite-in-draft'),
      },
    ];
  }
  return [];
};
