import type { TextUnit } from '../reply/document';
import type { Span } from '../words/sentences';

/** Numbers that one of a line's sentences cites itself, or, without any, those of the run of sentences it belongs to. */
export interface Cited {
  own: readonly number[];
  inherited: readonly number[];
}

export function citedBy(unit: TextUnit, sentences: readonly Span[], index: number): Cited {
  const sentence = sentences[index]!;
  const own = numbersWithin(unit, sentence, sentences[index + 1]?.start ?? unit.text.length);
  // A footnote at the end of a run of sentences stands for the run, as on a printed page.
  return { own, inherited: own.length > 0 ? [] : nextNumbers(unit, sentence.end) };
}

function numbersWithin(unit: TextUnit, sentence: Span, nextStart: number): number[] {
  const within = unit.citations.filter(
    ({ offset }) => offset > sentence.start && offset <= Math.max(sentence.end, nextStart - 1),
  );
  return [...new Set(within.map(({ number }) => number))];
}

function nextNumbers(unit: TextUnit, from: number): number[] {
  const next = unit.citations.find(({ offset }) => offset >= from);
  if (next === undefined) return [];
  return unit.citations.filter(({ offset }) => offset === next.offset).map(({ number }) => number);
}
