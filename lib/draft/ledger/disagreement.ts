import type { EvidenceSpan } from '../claim';
import type { Source } from '../session/session-state';
import { findValues, type Value } from '../values';
import { wordsOf } from '../words/fold';
import { isSmallWord } from '../words/language';
import { type Span, splitSentences } from '../words/sentences';
import type { LedgerContext } from './evidence';

/** Two rules speak of one thing when so many of their words are the same (Dice), and at least so many words. */
const leastAlike = 0.7;
const leastShared = 3;

interface Rule extends Span {
  values: readonly Value[];
  /** Words that carry the matter: neither figures nor small words. */
  words: ReadonlySet<string>;
}

/** By passage, since it is asked for with every figure of every check. */
const rules = new WeakMap<Source, readonly Rule[]>();

/**
 * Where another article on offer states the same rule with another figure: both in force, neither cited beside the
 * other. Only plain cases: one figure of that unit on each side, in sentences of much the same words.
 */
export function otherFigure(
  value: Value,
  evidence: EvidenceSpan,
  cited: readonly number[],
  context: LedgerContext,
): EvidenceSpan | null {
  const { place } = evidence;
  if (value.unit === null || place.kind !== 'source' || place.field !== 'text') return null;
  const source = context.sources.find(({ number }) => number === place.number);
  const rule =
    source && rulesOf(source).find(({ start, end }) => start <= evidence.start && evidence.end <= end);
  if (!rule || onlyOf(rule, value.unit) === null) return null;
  for (const other of context.sources) {
    if (other.articleId === source.articleId || cited.includes(other.number) || !maySpeak(other, context))
      continue;
    if (context.valuesOf.get(other.number)?.find(value).length !== 0) continue;
    for (const rival of rulesOf(other)) {
      const figure = onlyOf(rival, value.unit);
      if (figure === null || !areAlike(rule, rival)) continue;
      const [start, end] = [rival.start + figure.start, rival.start + figure.end];
      return {
        place: { kind: 'source', number: other.number, field: 'text' },
        start,
        end,
        text: figure.text,
      };
    }
  }
  return null;
}

function maySpeak(source: Source, { audience }: LedgerContext): boolean {
  return source.inForce && !source.gone && (audience === 'internal' || source.audience === 'public');
}

function onlyOf({ values }: Rule, unit: string): Value | null {
  const [one, ...more] = values.filter((value) => value.unit === unit);
  return one !== undefined && more.length === 0 ? one : null;
}

function areAlike(one: Rule, other: Rule): boolean {
  const shared = [...one.words].filter((word) => other.words.has(word)).length;
  return shared >= leastShared && (2 * shared) / (one.words.size + other.words.size) >= leastAlike;
}

function rulesOf(source: Source): readonly Rule[] {
  const known = rules.get(source);
  if (known) return known;
  const found = splitSentences(source.text).map(({ start, end }): Rule => {
    const text = source.text.slice(start, end);
    const values = findValues(text);
    const outside = values.reduceRight(
      (rest, value) => rest.slice(0, value.start) + rest.slice(value.end),
      text,
    );
    const words = wordsOf(outside).filter((word) => !/\d/u.test(word) && !isSmallWord(word));
    return { start, end, values, words: new Set(words) };
  });
  rules.set(source, found);
  return found;
}
