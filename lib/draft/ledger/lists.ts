import type { EvidenceSpan } from '../claim';
import { fold } from '../words/fold';
import type { LedgerContext } from './evidence';
import { type FactRecord, wholeOf } from './records';

/** Beginning of a noun by which a list is known: "riders" lists a "rider". */
const nounLength = 6;

/** Lists of a name within the wholes that things belong to, with how many they hold and the last of them. */
export function listOf(
  noun: string,
  things: readonly FactRecord[],
  context: LedgerContext,
): { size: number; last: EvidenceSpan }[] {
  const stem = fold(noun).replace(/s$/u, '').slice(0, nounLength);
  return [...new Set(things.map(wholeOf))].flatMap((whole) => {
    const parts = whole.parts.filter(({ fields: [first] }) => {
      const list = first?.path.split('.').find((key) => /\p{L}/u.test(key));
      return list !== undefined && first!.path !== list && fold(list).startsWith(stem);
    });
    const last = parts.at(-1);
    if (last === undefined) return [];
    const { path, value } = last.fields[0]!;
    const text = String(value);
    const place = context.placeOf.get(last)!(path);
    return [{ size: parts.length, last: { place, start: 0, end: text.length, text } }];
  });
}
