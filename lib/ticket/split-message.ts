import { takeOutHidden } from './hidden-text';
import { isAttribution, isClosingLine, isHeaderLine, isOriginalMark, isSignatureMark } from './mail-marks';

/** A message taken apart: what its author wrote now, what the mail program repeated below it, who signed it. */
export interface SplitMessage {
  text: string;
  quoted: string | null;
  signature: string | null;
  /** Characters that no reader sees and that were taken out; left out: none. */
  hidden?: number;
}

/** A name line and what belongs to it is short; anything longer is text. */
const signatureLines = 8;
const signatureLineChars = 90;

/**
 * Takes quoted history and signature out of plain text, by the marks of the common mail programs in a dozen languages.
 * Replies written between quoted lines are kept as text. A message that would be empty without its quotes, such as a bare
 * forward, keeps them: then they are what the customer wants to tell.
 */
export function splitMessage(text: string): SplitMessage {
  const seen = takeOutHidden(text.replace(/\r\n?/g, '\n'));
  const found = seen.hidden > 0 ? { hidden: seen.hidden } : {};
  const lines = seen.text.split('\n').map((line) => line.trimEnd());
  const { own, quoted } = takeQuotes(lines);
  if (tidy(own) === null) return { text: tidy(lines) ?? '', quoted: null, signature: null, ...found };
  const { body, signature } = takeSignature(own);
  return { text: tidy(body) ?? '', quoted: tidy(quoted), signature: tidy(signature), ...found };
}

function takeQuotes(lines: readonly string[]): { own: string[]; quoted: string[] } {
  const start = lines.findIndex((_, index) => startsHistory(lines, index));
  const head = start < 0 ? lines : lines.slice(0, start);
  const history = start < 0 ? [] : lines.slice(start);
  // Text between quoted lines answers them point by point; it is the author's own.
  const isInterleaved = history.some(isQuotedLine);
  const marks = isInterleaved ? attributionLength(history) : history.length;
  const own: string[] = [];
  const quoted: string[] = [];
  for (const line of head) (isQuotedLine(line) ? quoted : own).push(line);
  for (const [index, line] of history.entries()) {
    const isOwn =
      isInterleaved && index >= marks && !isQuotedLine(line) && line !== '' && !startsHistory(history, index);
    (isOwn ? own : quoted).push(line);
  }
  return { own, quoted };
}

function isQuotedLine(line: string): boolean {
  return /^\s{0,2}>/.test(line);
}

function startsHistory(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  if (line === '' || isQuotedLine(line)) return false;
  // Mail programs break long attribution lines, so up to three are read as one, never across an empty line.
  const blank = lines.findIndex((each, at) => at > index && each === '');
  const end = blank < 0 ? lines.length : blank;
  const joined = [1, 2, 3].map((count) => lines.slice(index, Math.min(index + count, end)).join(' '));
  if (joined.some(isAttribution) || isOriginalMark(line)) return true;
  // Outlook repeats the headers of the old mail: two of them in a row are enough, one may be text.
  const next = lines.slice(index + 1).find((each) => each !== '') ?? '';
  return isHeaderLine(line) && isHeaderLine(next);
}

/** Lines of the attribution itself, up to the first quoted line. */
function attributionLength(history: readonly string[]): number {
  return Math.max(1, history.findIndex(isQuotedLine));
}

function takeSignature(lines: readonly string[]): { body: string[]; signature: string[] } {
  const mark = lines.findIndex(isSignatureMark);
  if (mark > 0 && lines.length - mark <= 3 * signatureLines) return cut(lines, mark);
  // Without a mark: a closing line, the name below it stays, and contact data below the name goes.
  const closing = lines.findLastIndex(isClosingLine);
  if (closing < 0) return { body: [...lines], signature: [] };
  const name = lines.findIndex((line, index) => index > closing && line !== '');
  if (name < 0) return { body: [...lines], signature: [] };
  const rest = lines.slice(name + 1).filter((line) => line !== '');
  const isSignature =
    rest.length > 0 &&
    rest.length <= signatureLines &&
    rest.every((line) => line.length <= signatureLineChars);
  return isSignature && rest.some(isContactLine) ? cut(lines, name + 1) : { body: [...lines], signature: [] };
}

function cut(lines: readonly string[], at: number): { body: string[]; signature: string[] } {
  return { body: lines.slice(0, at), signature: lines.slice(at) };
}

/** A phone number, an address of the web or of mail, a postcode with a town, or a company's legal form. */
function isContactLine(line: string): boolean {
  return (
    /\+?\d[\d\s()./-]{6,}\d/.test(line) ||
    /\b(?:https?:\/\/|www\.)|@\w/.test(line) ||
    /\b\d{4,5}\s+\p{Lu}/u.test(line) ||
    /\b(?:GmbH|AG|Ltd|LLC|Inc|S\.?L\.?|SARL|SAS|B\.?V\.?|AB|ApS|Oy|S\.?p\.?A|Lda|株式会社)\b/.test(line)
  );
}

function tidy(lines: readonly string[]): string | null {
  return (
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim() || null
  );
}
