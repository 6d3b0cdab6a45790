import type { LedgerContext } from '../evidence';
import { contradicted, noSource, type Verdict } from '../finding';

/** Why these sources must not stand alone under a public sentence today, or `null` when they may. */
export function worstSource(numbers: readonly number[], context: LedgerContext): Verdict | null {
  const sources = context.sources.filter((source) => numbers.includes(source.number));
  if (context.audience === 'public' && sources.some((source) => source.audience !== 'public'))
    return contradicted('internal-source');
  if (sources.length > 0 && sources.every((source) => !source.inForce))
    return noSource('source-not-in-force');
  return null;
}
