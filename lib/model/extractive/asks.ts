import { fold } from '@/lib/draft/words/fold';
import { splitSentences } from '@/lib/draft/words/sentences';
import type { ReplyMaterial } from '../contract';
import { splitAsk } from './split-ask';
import { countThings, isMatter, termsOf } from './terms';
import { type Wanted, wantedIn } from './wanted';

/** One thing that an ask wants to know. "Can I still return it, and until when?" has two. */
export interface AskPart {
  ask: number;
  text: string;
  /** Terms of its own words; empty when it only points back ("What do you need from me?"). */
  named: ReadonlySet<string>;
  /** These, and what it points back to. */
  own: ReadonlySet<string>;
  /** Of `own`, what was said before: it counts for less. */
  inherited: ReadonlySet<string>;
  /** It is about the ask right before it; without an answer to that one there is none to this. */
  goesOn: boolean;
  /** Words of the message around it. */
  context: ReadonlySet<string>;
  wanted: ReadonlySet<Wanted>;
  /** Folded: the ask, the message and what was bought. A row of a table is found by its name in it. */
  said: string;
  /** Passage numbers, best first. */
  passages: readonly number[];
}

interface Reader {
  material: ReplyMaterial;
  termsIn: (text: string) => string[];
  isKnown: (term: string) => boolean;
}

/**
 * Each part in the ways it can be read: what "it" in "And how much is it?" points back to is told by what finds an
 * answer. `isKnown`: whether a term stands in anything on offer.
 */
export function toAskParts(material: ReplyMaterial, isKnown: (term: string) => boolean): AskPart[][] {
  const { order, earlier = '' } = material;
  const context = termsOf(`${material.context}\n${earlier}`);
  const said = fold([material.context, earlier, ...(order?.items ?? [])].join(' '));
  // The order's name and what was bought tell which case it is, not what is asked.
  const bought = new Set(
    (order?.items ?? []).flatMap((item) => [...termsOf(item)]).filter((term) => !isMatter(term)),
  );
  const termsIn = (text: string) =>
    [
      ...termsOf(withoutNames(order ? text.replaceAll(order.name, ' ') : text, material.language, isKnown)),
    ].filter((term) => !bought.has(term));
  const parts: AskPart[][] = [];
  material.asks.forEach(({ text, passages }, ask) => {
    for (const piece of splitAsk(text)) {
      const named = new Set(termsIn(piece));
      const goesOn = pointsBack(named) && asksOn(text, parts.at(-1), material.context);
      const backs = pointsBack(named)
        ? pointedAt(piece, text, parts.at(-1), { material, termsIn, isKnown })
        : [[]];
      parts.push(
        backs.map((back) => {
          const own = new Set([...named, ...back]);
          return {
            ask,
            text: piece,
            named,
            own,
            inherited: new Set(goesOn ? [] : back.filter((term) => !named.has(term))),
            goesOn,
            context: new Set([...context].filter((term) => !own.has(term))),
            wanted: wantedIn(piece),
            said: `${fold(piece)} ${said}`,
            passages,
          };
        }),
      );
    }
  });
  return parts;
}

/** "And how much is it?", "Is it possible although I used it?": nothing is named that an article could be about. */
function pointsBack(named: ReadonlySet<string>): boolean {
  const matters = [...named].filter(isMatter);
  return matters.every((matter) => matter === '§cost') && (matters.length === 0 || countThings(named) === 1);
}

/**
 * The rest of its sentence; the ask right before it; the sentences before it, the ask before those, the subject; the
 * whole message. Of statements only what the articles know is taken.
 */
function pointedAt(
  piece: string,
  ask: string,
  previous: readonly AskPart[] | undefined,
  reader: Reader,
): string[][] {
  const { context, earlier = '' } = reader.material;
  const { termsIn, isKnown } = reader;
  const rest = piece === ask ? [] : termsIn(ask);
  if (rest.some(isMatter)) return [rest];
  const before = sentencesBefore(ask, context);
  const asked = previous === undefined ? [] : [...previous[0]!.own];
  if (asksOn(ask, previous, context)) return [asked];
  const known = (text: string) => termsIn(text).filter((term) => isMatter(term) || isKnown(term));
  const nearby = [
    known(before.at(-1) ?? ''),
    known(before.join(' ')),
    asked,
    known(context.split('\n', 1)[0]!),
  ].filter((terms) => terms.some(isMatter));
  if (nearby.length > 0) return nearby;
  return [[...rest, ...termsIn(`${context}\n${earlier}`).filter(isMatter)]];
}

/** The ask right before it is what it goes on about: "Do you rent out sledges? And what would that cost?" */
function asksOn(ask: string, previous: readonly AskPart[] | undefined, context: string): boolean {
  return previous !== undefined && sentencesBefore(ask, context).at(-1)?.includes(previous[0]!.text) === true;
}

/** The two sentences before an ask. */
function sentencesBefore(ask: string, context: string): string[] {
  const text = context.replace(/[^\S\n]+/gu, ' ');
  const at = text.replace(/\n/gu, ' ').indexOf(ask.slice(0, 60));
  if (at < 0) return [];
  return splitSentences(text.slice(0, at))
    .slice(-2)
    .map(({ start, end }) => text.slice(start, end));
}

/** People, streets and firms: capitals within a sentence, where they are not kept for every noun, that nothing knows. */
function withoutNames(written: string, language: string | null, isKnown: (term: string) => boolean): string {
  const text = written.replace(/\S+@\S+|https?:\/\/\S+/giu, ' ');
  if (language === 'de') return text;
  return text.replace(/(?<=[\p{Ll}\p{N},;:] )\p{Lu}[\p{L}\d.]+|\p{Lu}{2}[\p{L}\d]*\d[\d.]*/gu, (word) =>
    [...termsOf(word)].some(isKnown) ? word : ' ',
  );
}
