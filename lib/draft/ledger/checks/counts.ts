import { numberWordsIn } from '../../values';
import { fold } from '../../words/fold';
import { lettered } from '../../words/letters';
import { type Check, contradicted } from '../finding';
import { listOf } from '../lists';

/** "It has three riders", "Riders: 3". */
const stated = [
  lettered(
    /(?<!\p{L})(?:includes?|contains?|has|have|there (?:is|are)|shows?|lists?|enthält|umfasst|hat|es gibt|comprend|contient|il y a|incluye|contiene|tiene|hay|inclui|contém|há|include|ci sono|bevat|heeft|er zijn)\s+(?:only |just |exactly |nur |genau |seulement |solo |sólo |apenas |slechts )?(?<count>\d{1,2}|\p{L}+)\s+(?<noun>\p{L}{4,})/giu,
  ),
  lettered(/^[\s*•-]*(?<noun>\p{L}{4,})\**:\**\s+(?<count>\d{1,2})$/giu),
];

/** Things said to be so many are as many as the order or booking lists. */
export const checkCounts: Check = ({ text, around }, context) => {
  for (const pattern of stated) {
    for (const match of text.matchAll(pattern)) {
      const { count: said, noun } = match.groups as { count: string; noun: string };
      const count = /\d/u.test(said) ? Number(said) : numberWordsIn(fold(said))[0];
      if (count === undefined) continue;
      const lists = listOf(noun, around.things, context);
      if (lists.length === 0 || lists.some(({ size }) => size === count)) continue;
      const start = match.index + match[0].lastIndexOf(said);
      return [
        {
          start,
          end: start + said.length,
          key: `count:${fold(noun)}:${count}`,
          citations: [],
          ...contradicted('name-of-another', lists[0]!.last),
        },
      ];
    }
  }
  return [];
};
