import { fold } from '../../words/fold';
import { lettered } from '../../words/letters';
import { isDenied, isTentative, lastClauseOf } from '../clauses';
import type { LedgerContext } from '../evidence';
import {
  type Check,
  citationsOf,
  contradicted,
  type Finding,
  fromTicket,
  noSource,
  type SentenceCase,
  type Verdict,
} from '../finding';
import type { KnownTerm } from '../known-terms';
import { type FactRecord, wholeOf, withParts } from '../records';
import { agrees, type Term, type TermKind } from '../terms';
import { thingsOfFigures } from '../things';

/** A wish, a change or a choice: the sentence may name what is not true yet. Folded. */
const changing =
  /(?<![a-z])(?:upgrad|downgrad|chang|switch|modif|exchang|replac|instead|would|want|prefer|like to|if |option|choos|choice|available|andern|wechsel|tausch|statt|mocht|wenn|verfugbar|auswahl|chang|echang|plutot|souhait|voudr|si |disponib|cambi|prefier|quier|desea|troc|mudar|gostari|prefer|scambi|vorre|se |wijzig|ruil|liever|als |beschikbaar)/u;
/** Right before a term: it is said to be so. Folded. */
const stating =
  /(?<![a-z])(?:is|are|was|were|has|have|ist|sind|war|hat|est|sont|etait|es|son|era|esta|e|sao|sono|is|zijn|heeft|with the following options?|includes?)(?:[ :]+(?!not |nicht |pas |no |nao |non |niet )[a-z-]+){0,4}[ :*]*$/u;
/** How it was paid, which the order knows. Folded. */
const originalPayment =
  /(?<![a-z])(?:original|initial|ursprunglich|d'origine|d’origine|originale|oorspronkelijk)[a-z]*\s+(?:payment|zahlung|forma|metodo|moyen|betaal)[^.;,]*$/u;
const label = /(?:^|\n|[-•*]\s)[^\n:]{2,40}:[*\s]*$/u;
/** What a thing was or is before a change, and what it becomes. Folded. */
const moving = /(?<![a-z])(?:from|von|vom|de|depuis|desde|da|dal|van)\s+(?:the |der |die |das )?$/u;
const target =
  /(?<![a-z])(?:to|auf|zu|in|en|vers|a|para|naar)\s+(?:the |an? |der |die |das |la |le |el |o |il )?$/u;
const possessive = lettered(
  /(?<!\p{L})(?:your|ihre?[rmn]?|deine?[rmn]?|votre|vos|ton|ta|tu|su|sus|seu|sua|il tuo|la tua|il suo|la sua|uw|je)\s+(?:\p{L}+\s+)?$/iu,
);

/** Colours, sizes, fares, tiers and ways of paying belong to the thing that the sentence names. */
export const checkNames: Check = (sentence, context) => {
  if (context.terms.kinds.size === 0) return [];
  const terms = context.termsIn(sentence.text).filter(({ kind }) => context.terms.kinds.has(kind));
  return terms.flatMap((term, index): Finding[] => {
    const verdict = isMovedNowhere(term, terms[index - 1], sentence.text)
      ? contradicted('opposite-in-draft')
      : verdictOn(term, sentence, {
          context,
          isAlone: terms.every(({ kind }, at) => at === index || kind !== term.kind),
        });
    if (verdict === null) return [];
    return [
      { start: term.start, end: term.end, key: `name:${term.kind}:${term.name}`, citations: [], ...verdict },
    ];
  });
};

/** "From blue to blue". */
function isMovedNowhere(term: Term, before: Term | undefined, text: string): boolean {
  if (before?.kind !== term.kind || before.name !== term.name) return false;
  return (
    moving.test(fold(text.slice(0, before.start))) &&
    /^(?: [a-z]+)? (?:to|auf|zu|in|a|vers|para|naar) $/u.test(fold(text.slice(before.end, term.start)))
  );
}

interface Known {
  context: LedgerContext;
  /** The sentence names no other term of the kind. */
  isAlone: boolean;
}

function verdictOn(term: Term, sentence: SentenceCase, { context, isAlone }: Known): Verdict | null {
  const { terms } = context;
  const is = (known: KnownTerm) => known.kind === term.kind && agrees(term.name, known.name);
  const before = sentence.text.slice(0, term.start);
  const clause = lastClauseOf(before);
  const own = thingsOfFigures(sentence.text, context).flatMap((thing) => ofKind(thing, term, context));
  if (own.some(is)) return fromTicket('order', own.find(is)!.span);
  // "The card ending in 4242" is one card; an amount may be another's by chance.
  const isPinned =
    isAlone &&
    own.length > 0 &&
    context.valuesIn(sentence.text).some(({ kind }) => kind === 'id' || kind === 'number');
  const isDenying = isDenied(clause);
  if (isPinned && !isDenying) return contradicted('name-of-another', own[0]!.span);
  const ofThings = termsAround(sentence.around.things, term, context);
  const isLabel = label.test(before) && !isTentative(before.slice(before.lastIndexOf('\n') + 1));
  // A list tells of its thing line by line, the name or price of it perhaps last.
  const ofBlock = isLabel ? termsAround(sentence.around.inBlock, term, context) : [];
  const held = [...ofThings, ...ofBlock].find(is);
  if (held !== undefined) return fromTicket('order', held.span);
  const isOriginal = originalPayment.test(fold(before));
  const isWish = term.kind === 'payment' && !isOriginal && terms.inMessages.some(is);
  const isBound = isOriginal || stating.test(clause) || isLabel || moving.test(clause);
  const isOpen = !isBound || isWish || (changing.test(clause) && !moving.test(clause));
  const rival = own[0] ?? (isOpen ? undefined : ofThings[0]);
  if (rival !== undefined && !isDenying) return contradicted('name-of-another', rival.span);
  if (terms.ofRecords.some(is) || terms.told.some(is)) return null;
  if (terms.inMessages.some(is)) return null;
  // "Your gift card" is the customer's own; that an article tells of gift cards does not give them one. Nor does it
  // make what a thing is changed into.
  const isCited = citationsOf(sentence).some((number) => terms.inSources.get(number)?.some(is));
  const isOwn = possessive.test(before) || (changing.test(clause) && target.test(clause));
  return isCited && !isOwn ? null : noSource('name-not-known');
}

/** Kinds of which a whole has one for all its parts: how an order was paid is no matter of one line. */
const ofWhole = new Set<TermKind>(['payment', 'fare', 'tier']);

/** Terms of a kind that things have; those of their parts or wholes only where they have none themselves. */
function termsAround(things: readonly FactRecord[], term: Term, context: LedgerContext): KnownTerm[] {
  return things.flatMap((thing) => {
    for (let each: FactRecord | null = thing; each !== null; each = each.parent) {
      const found = ofKind(each, term, context);
      if (found.length > 0) return found;
    }
    const parts = ofWhole.has(term.kind) ? withParts(wholeOf(thing)) : thing.parts;
    return parts.flatMap((part) => ofKind(part, term, context));
  });
}

function ofKind(record: FactRecord, term: Term, context: LedgerContext): KnownTerm[] {
  return (context.terms.ofRecord.get(record) ?? []).filter(({ kind }) => kind === term.kind);
}
