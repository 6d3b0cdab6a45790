/** Called for each word; offsets are UTF-16 into the scanned text. `surface` is lower case and composed. */
export type OnToken = (surface: string, start: number, end: number) => void;

/** Where a word of ASCII letters and digits stands; `false`: give it as a token. Saves making strings of known words. */
export type OnPlainWord = (start: number, end: number) => boolean;

// A URL, or letters and digits joined by the marks that hold codes together (SKU-12/B, v2.1, a_b@c.de), or one word.
// Marks (\p{M}) belong to the letter before them; an apostrophe separates (l'article, customer's).
const pattern =
  /https?:\/\/[^\s<>"')\]]+|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-_./:@+][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const plainWord = /^[\p{L}\p{N}\p{M}]+$/u;
const joiners = /[-_./:@+?=&#%,;~!$*]+/;
const hasDigit = /\p{N}/u;
// Scripts written without spaces: Thai, Lao, Myanmar, Khmer, kana, Han.
const unspaced =
  /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]/u;
/** Longer runs are not words; they would only fill the dictionary. */
const longestTokenLength = 64;

let wordBreaker: Intl.Segmenter | null = null;

/**
 * Splits text into words. Codes and URLs come whole and then in parts, so that `SKU-1042` is found by itself and by
 * `1042`; scripts without spaces go through the host's own word segmentation.
 */
export function scanTokens(text: string, onToken: OnToken, onPlainWord?: OnPlainWord): void {
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isAscii(code) && !isWordCode(code)) {
      at++;
      continue;
    }
    // Most words are plain ASCII: seen without the pattern, which costs more than all the rest.
    const end = endOfPlainWord(text, at);
    if (end !== -1) {
      if (!onPlainWord?.(at, end)) onToken(text.slice(at, end).toLowerCase(), at, end);
      at = end;
      continue;
    }
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return;
    scanMatch(match[0], match.index, onToken);
    at = pattern.lastIndex;
  }
}

const isAscii = (code: number): boolean => code < 0x80;

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
}

/** Where the ASCII word at `start` ends, or -1 when it may be part of more: a code, a URL, a word with other letters. */
function endOfPlainWord(text: string, start: number): number {
  let end = start;
  while (end < text.length && isWordCode(text.charCodeAt(end))) end++;
  const length = end - start;
  if (length === 0 || length > longestTokenLength) return -1;
  if (end === text.length) return end;
  const next = text.charCodeAt(end);
  if (!isAscii(next)) return -1;
  if (!joinCodes.includes(next)) return end;
  const after = text.charCodeAt(end + 1);
  if (isWordCode(after) || after >= 0x80) return -1;
  return next === colon && text.startsWith('//', end + 1) ? -1 : end;
}

const joinCodes = [...'-_./:@+'].map((mark) => mark.charCodeAt(0));
const colon = ':'.charCodeAt(0);

function scanMatch(raw: string, start: number, onToken: OnToken): void {
  if (unspaced.test(raw)) scanUnspaced(raw, start, onToken);
  else if (raw.length <= longestTokenLength && plainWord.test(raw)) emit(raw, start, onToken);
  else scanCompound(raw, start, onToken);
}

function emit(raw: string, start: number, onToken: OnToken): void {
  onToken(lower(raw), start, start + raw.length);
}

function lower(raw: string): string {
  const lowered = raw.toLowerCase();
  // Composed form only where it can differ: above Latin-1.
  for (let i = 0; i < lowered.length; i++) if (lowered.charCodeAt(i) > 0xff) return lowered.normalize('NFKC');
  return lowered;
}

/** Joined words give their parts; with a digit (a code, a version) or as a URL also the whole. */
function scanCompound(raw: string, start: number, onToken: OnToken): void {
  const isUrl = raw.startsWith('http');
  const whole = isUrl ? raw.replace(/^https?:\/\/(www\.)?/, '').replace(/[/.,;:!?]+$/, '') : raw;
  if (whole.length <= longestTokenLength && (isUrl || hasDigit.test(raw) || /[_@]/.test(raw))) {
    const at = start + raw.indexOf(whole);
    onToken(lower(whole), at, at + whole.length);
  }
  let offset = 0;
  for (const part of raw.split(joiners)) {
    const at = raw.indexOf(part, offset);
    offset = at + part.length;
    if (part.length === 0 || part.length > longestTokenLength) continue;
    if (isUrl && (part === 'http' || part === 'https' || part === 'www' || part === 'com')) continue;
    emit(part, start + at, onToken);
  }
}

function scanUnspaced(raw: string, start: number, onToken: OnToken): void {
  wordBreaker ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  for (const piece of wordBreaker.segment(raw)) {
    if (piece.isWordLike && piece.segment.length <= longestTokenLength) {
      emit(piece.segment, start + piece.index, onToken);
    }
  }
}
