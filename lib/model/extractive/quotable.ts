import { lettered } from '@/lib/draft/words/letters';
import { knownMarkets } from '@/lib/draft/words/markets';
import type { Unit } from './units';

/** Written for the team, not for whoever wrote in. */
const speaksToStaff = lettered(
  /(?<!\p{L})(?:as an? [\p{L} ]{0,20}agent|you (?:should|must|have to|need to|can only) (?:not |at most |always )?(?:help|list|check|authenticate|transfer|deny|make|ask the|tell the|take consequential|collect)|tool calls?|the agent (?:must|should|can)|authenticat\p{L}+|escalate to|(?:the|a|after) (?:user|customer)(?:['’]s)?|de[rnms]{1,2} kunden?|le client|el cliente|o cliente)(?!\p{L})/iu,
);

/** Somebody's own story; a shop speaks as "we". */
const firstPerson = /(?<![\p{L}\d])I(?:['’](?:m|ve|d|ll))? (?!\p{Lu})/u;

/** This much of a passage in such words: the rest is for the team as well, though it does not say so. */
const staffShare = 0.25;

export function isForStaff(units: readonly Unit[]): boolean {
  const spoken = units.filter((unit) => speaksToStaff.test(`${unit.text} ${unit.items.join(' ')}`));
  return spoken.length >= 2 && spoken.length >= units.length * staffShare;
}

/** Names of steps in a system, `check-account, record_reason`: nothing that a person would send. */
function holdsIdentifiers(text: string): boolean {
  const parts = text.replace(/^[^:]*:/u, '').split(/[,;|/]/u);
  const names = parts.filter((part) => /^\s*\p{L}[\p{L}\d]*(?:[-_]\p{L}[\p{L}\d]*)+\s*\.?$/u.test(part));
  return names.length >= 2 && names.length * 2 > parts.length;
}

/** Fragments, labels, leftovers of layouts and rows for other markets are not what a person would send. */
export function isQuotable(unit: Unit, market: readonly string[]): boolean {
  if (unit.items.length > 0)
    return !unit.items.some((item) => speaksToStaff.test(item) || holdsIdentifiers(item));
  if (
    holdsIdentifiers(unit.text) ||
    speaksToStaff.test(unit.text) ||
    firstPerson.test(unit.text) ||
    /\{\{|\}\}/u.test(unit.text) ||
    isForOtherMarket(unit, market)
  )
    return false;
  const words = unit.text.replace(/\S+(?:\/\/|@|[_=&])\S+/gu, ' ').match(/\p{L}{2,}/gu)?.length ?? 0;
  const wide = /[\p{Script=Han}\u3040-\u30ff]/u.test(unit.text);
  const isLong = words >= 4 || (wide && unit.text.length >= 8);
  return (isLong || unit.row !== null || unit.isItem) && !/[:?]$/u.test(unit.text);
}

function isForOtherMarket(unit: Unit, market: readonly string[]): boolean {
  const named =
    unit.row
      ?.toUpperCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => knownMarkets.has(word)) ?? [];
  return market.length > 0 && named.length > 0 && !named.some((name) => market.includes(name));
}
