/** Called for each word; offsets are UTF-16 into the scanned text. `surface` is lower case and composed. */
export type OnToken = (surface: string, start: number, end: number) => void;

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
export function scanTokens(text: string, onToken: OnToken): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const raw = match[0];
    const start = match.index;
    if (unspaced.test(raw)) scanUnspaced(raw, start, onToken);
    else if (raw.length <= longestTokenLength && plainWord.test(raw)) emit(raw, start, onToken);
    else scanCompound(raw, start, onToken);
  }
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
