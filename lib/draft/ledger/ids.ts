import type { Value } from '../values';
import { lettered } from '../words/letters';
import type { LedgerContext } from './evidence';
import type { KnownValue } from './value-index';

/** Before the last figures of a card or account. */
const ending = lettered(
  /(?:ending|ends|end)(?: in| with)?|last (?:four|4)(?: digits)?|endet|endend\p{L}*|endung|endziffern?|letzten? (?:vier|4)(?: ziffern)?|termin\p{L}*|finissant|se finit|derniers? chiffres?|acab\p{L}*|[uú]ltimos? (?:cuatro|quatro|4)?|eindig\p{L}*|ultime (?:quattro|4)(?: cifre)?|[*•xX…]{2,}/giu,
);
const near = 24;

/** "Your card ending in 4242" names the end of an id; four figures at least, so that it is no chance. */
export function findEndOfId(value: Value, text: string, context: LedgerContext): KnownValue | undefined {
  const digits = /^\d{4,}$/u.exec(value.text)?.[0];
  if (digits === undefined) return undefined;
  const before = text.slice(Math.max(0, value.start - near), value.start);
  if (before.search(ending) === -1) return undefined;
  return context.recordValues.all.find(
    (known) =>
      (known.value.kind === 'id' || known.value.kind === 'number') && known.value.key.endsWith(digits),
  );
}
