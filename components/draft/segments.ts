import type { Claim } from '@/lib/draft/claim';
import type { Inline, TextRun } from '@/lib/draft/reply/document';
import { isCitation } from '@/lib/draft/reply/document';
import { splitSentences } from '@/lib/draft/words/sentences';

/** A stretch of one block that is drawn in one way. */
export type Segment =
  | { kind: 'text'; run: TextRun; claim: Claim | null; checked: boolean }
  | { kind: 'footnote'; number: number; claim: Claim | null }
  | { kind: 'mark'; claim: Claim };

/**
 * Cuts a block's inlines where claims begin and end, and puts the marks of claims that have no number (ticket, no
 * source, contradicted, kept) after the punctuation that follows them. `checkedUntil`: offset from which on the text
 * was not checked yet.
 */
export function segments(
  inlines: readonly Inline[],
  claims: readonly Claim[],
  checkedUntil = Infinity,
): Segment[] {
  const out: Segment[] = [];
  const text = inlines.map((inline) => (isCitation(inline) ? '' : inline.text)).join('');
  const marks = claims.filter(hasMark).map((claim) => ({ claim, at: afterPunctuation(text, claim.end) }));
  let offset = 0;
  const putMarks = (before: number) => {
    for (const mark of marks.filter((each) => each.at <= before)) {
      out.push({ kind: 'mark', claim: mark.claim });
      marks.splice(marks.indexOf(mark), 1);
    }
  };
  for (const inline of inlines) {
    if (isCitation(inline)) {
      out.push({
        kind: 'footnote',
        number: inline.citation,
        claim: claimBefore(claims, offset, inline.citation),
      });
      continue;
    }
    putMarks(offset);
    const end = offset + inline.text.length;
    const cuts = [
      checkedUntil,
      ...claims.flatMap((each) => [each.start, each.end]),
      ...marks.map((each) => each.at),
    ];
    const stops = [...new Set([offset, ...cuts.filter((cut) => cut > offset && cut < end), end])].sort(
      (a, b) => a - b,
    );
    for (const [index, from] of stops.slice(0, -1).entries()) {
      const to = stops[index + 1] ?? end;
      putMarks(from);
      out.push({
        kind: 'text',
        run: { ...inline, text: inline.text.slice(from - offset, to - offset) },
        claim: claims.find((claim) => claim.start <= from && to <= claim.end) ?? null,
        checked: to <= checkedUntil,
      });
    }
    offset = end;
  }
  putMarks(Infinity);
  return out;
}

/** Claims with a source are marked by the footnotes in the text; the others carry a letter of their own. */
export function hasMark(claim: Claim): boolean {
  return claim.state !== 'sourced' || claim.from !== null;
}

/** Where a mark stands: after the words and the punctuation that closes them. */
export function afterPunctuation(text: string, end: number): number {
  const closing = /^[.,;:!?…)”"'»]{1,2}/u.exec(text.slice(end));
  return end + (closing?.[0].length ?? 0);
}

/** The claim that a footnote supports: the nearest one before it that cites this passage. */
export function claimBefore(claims: readonly Claim[], offset: number, number: number): Claim | null {
  const before = claims.filter((claim) => claim.end <= offset && claim.citations.includes(number));
  return before.sort((a, b) => b.end - a.end)[0] ?? null;
}

/**
 * While words arrive, a sentence counts as checked when it has ended. Offset of the end of the last whole sentence of
 * the text that is still being written.
 */
export function endOfLastSentence(text: string): number {
  const spans = splitSentences(text);
  const last = spans.at(-1);
  if (!last) return 0;
  const isWhole = /[.!?…]["'”’»)\]]*$/u.test(text.slice(0, last.end)) || text.slice(last.end).includes('\n');
  return isWhole ? last.end : (spans.at(-2)?.end ?? 0);
}

export function claimsOf(claims: readonly Claim[], block: number, item: number | null): Claim[] {
  return claims.filter((claim) => claim.block === block && claim.item === item);
}
