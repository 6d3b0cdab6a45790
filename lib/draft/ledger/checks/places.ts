import { wordsOf } from '../../words/fold';
import type { LedgerContext } from '../evidence';
import { type Check, contradicted, type Finding, noSource, type Verdict } from '../finding';
import { codesOf, endsOf, leg, namedCode } from '../known-places';
import type { FactRecord } from '../records';

/** Capitals by threes that name no place. */
const otherCodes = new Set(
  'EST EDT CST CDT MST MDT PST PDT UTC GMT CET BST IST JST AED USD EUR GBP CHF JPY CAD AUD USA UAE USB PDF DOB FAQ ETA VAT IVA TVA SMS APP CVV CVC SKU LED LCD RGB GPS DHL UPS FAX TBA TBD'.split(
    ' ',
  ),
);
const going =
  /(?:^|[\s*(])(?:from|to|via|through|in|at|von|nach|über|de|à|vers|a|hacia|para|da|per|naar|→|-|–)\s+\**$/iu;
const code = /(?<![\p{L}\p{N}])[A-Z]{3}(?![\p{L}\p{N}])/gu;
/** "Bergen, CO": a town and its region. */
const townAndRegion =
  /(?<town>\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2}), (?<region>[A-Z]{2})(?![\p{L}\p{N}])/gu;

/** Places are those of the thing's route or address, and a name stands beside its own code. */
export const checkPlaces: Check = ({ text, around }, context) => {
  const { places } = context;
  const found: Finding[] = [];
  const add = (start: number, words: string, verdict: Verdict) => {
    const end = start + words.length;
    if (found.every((each) => each.end <= start || end <= each.start))
      found.push({ start, end, key: `name:place:${words.toLowerCase()}`, citations: [], ...verdict });
  };
  for (const match of text.matchAll(namedCode)) {
    const { name, code: said } = match.groups as { name: string; code: string };
    const known = endsOf(name).flatMap((end) => places.codeOf.get(end) ?? [])[0];
    const at = match.index + match[0].length - said.length - 1;
    if (known !== undefined && known.code !== said)
      add(at, said, contradicted('name-of-another', known.span));
    else if (otherNameOf(said, name, around.draft)) add(at, said, contradicted('opposite-in-draft'));
  }
  if (places.hasCodes) {
    for (const { 0: said, index } of text.matchAll(code)) {
      if (places.codes.has(said) || otherCodes.has(said)) continue;
      const before = text.slice(0, index);
      const isPlace = going.test(before) || (before.endsWith('(') && text[index + said.length] === ')');
      if (isPlace) add(index, said, noSource('name-not-known'));
    }
    for (const match of text.matchAll(leg)) {
      const { from, to } = match.groups as { from: string; to: string };
      if (otherCodes.has(from) || otherCodes.has(to)) continue;
      if (isLegKnown(from, to, around.here, context)) continue;
      if (places.codes.has(from))
        add(match.index + match[0].length - to.length, to, noSource('name-not-known'));
      else add(match.index, from, noSource('name-not-known'));
    }
  }
  for (const match of text.matchAll(townAndRegion)) {
    const { town, region } = match.groups as { town: string; region: string };
    const last = wordsOf(town).at(-1);
    if (places.regions.has(region) && last !== undefined && !places.words.has(last))
      add(match.index, town, noSource('name-not-known'));
  }
  return found;
};

/** The named thing goes from one to the other, or, without any, some thing or line of the conversation does. */
function isLegKnown(
  from: string,
  to: string,
  here: readonly FactRecord[],
  { places }: LedgerContext,
): boolean {
  if (from === to) return false;
  const ofHere = here.map((record) => codesOf(record)).filter(({ size }) => size > 1);
  const routes = ofHere.length > 0 ? ofHere : places.routes.map(({ codes }) => codes);
  return routes.some((codes) => codes.has(from) && codes.has(to));
}

/** One code behind two names. */
function otherNameOf(code: string, name: string, draft: string): boolean {
  return [...draft.matchAll(namedCode)].some(
    ({ groups }) => groups!.code === code && !groups!.name!.endsWith(name) && !name.endsWith(groups!.name!),
  );
}
