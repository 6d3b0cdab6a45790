import { toPlainPassage } from './plain-passage';
import styles from './sources.module.css';

export interface MarkedTextProps {
  text: string;
  marks: readonly { start: number; end: number }[];
  /** Start shortly before the first marked word, for a line that is cut at its end. */
  fromFirstMark?: boolean;
}

/** How much may stand before the first marked word of a one-line quote. */
const leadLength = 24;

/** Words of an article with those marked that answer the ticket. Takes Markdown and shows none of its marks. */
export function MarkedText({ text: markdown, marks: inMarkdown, fromFirstMark }: MarkedTextProps) {
  const { text, ranges: marks } = toPlainPassage(markdown, inMarkdown);
  const from = fromFirstMark ? quoteStart(text, marks[0]?.start ?? 0) : 0;
  const pieces = [];
  let at = from;
  for (const mark of marks) {
    if (mark.start < at) continue;
    pieces.push(text.slice(at, mark.start));
    pieces.push(
      <mark key={mark.start} className={styles.hit}>
        {text.slice(mark.start, mark.end)}
      </mark>,
    );
    at = mark.end;
  }
  return (
    <>
      {from > 0 && '…'}
      {pieces}
      {text.slice(at)}
    </>
  );
}

/** A word's beginning a little before the mark; 0 when the mark is near the start anyway. */
export function quoteStart(text: string, mark: number): number {
  if (mark <= leadLength) return 0;
  const space = text.slice(0, mark - leadLength / 2).lastIndexOf(' ');
  return space === -1 ? 0 : space + 1;
}
