/** A run of a text; `end` is exclusive, both are UTF-16 offsets. */
export interface Span {
  start: number;
  end: number;
}

/** Words before a full stop that does not end a sentence, in the languages of the phrase table. */
const abbreviations = new Set(
  (
    'mr mrs ms dr prof st nr inc ltd co vs approx etc e.g i.e eg ie fig art ca bzw z.b d.h u.a usw ggf inkl zzgl abs tel max min ' +
    'std tgl evtl sog p.ej ej sr sra srta ud uds av núm pág aprox m mme mlle cf p.ex ex env sig sigg dott pag p.es es dhr mevr bijv o.a ' +
    'ul np tzn m.in jan feb mar apr jun jul aug sep sept oct okt nov dec dez a.m p.m u.s u.k ph st nbr art.-nr'
  ).split(' '),
);
const monthAhead = /^\s*(?:jan|feb|mär|mar|apr|mai|may|juni|juli|jun|jul|aug|sep|okt|oct|nov|dez|dec)/iu;
const terminator =
  /[?!]+(?=[\u3040-\u30ff\u4e00-\u9fff])|[.!?…؟]+["'”’»)\]]*(?=\s|$)|[。！？]+[」』）]*|\n+/gu;

/**
 * Sentences of plain text as spans without surrounding space. Line breaks end a sentence; decimals, abbreviations,
 * ordinals ("3. Oktober") and initials do not.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(terminator)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith('.') && match[0].length === 1 && !isSentenceEnd(text, match.index, end)) continue;
    push(start, end);
    start = end;
  }
  push(start, text.length);
  return spans;

  function push(from: number, to: number) {
    const slice = text.slice(from, to);
    const trimmed = slice.trim();
    if (!/[\p{L}\p{N}]/u.test(trimmed)) return;
    const begin = from + (slice.length - slice.trimStart().length);
    spans.push({ start: begin, end: begin + trimmed.length });
  }
}

function isSentenceEnd(text: string, stop: number, end: number): boolean {
  const before = /[\p{L}\p{N}.]+$/u.exec(text.slice(Math.max(0, stop - 24), stop))?.[0] ?? '';
  const next = /^\s*(\S)/u.exec(text.slice(end, end + 8))?.[1];
  if (next === undefined) return true;
  if (abbreviations.has(before.toLowerCase())) return false;
  // "No. 5" goes on, "No. We cannot" does not.
  if (/^no$/iu.test(before) && /\d/u.test(next)) return false;
  // "z. B." and initials: one letter is no sentence.
  if (/^\p{L}$/u.test(before)) return false;
  // "3. Oktober": an ordinal before a month.
  if (/^\d{1,2}$/u.test(before) && monthAhead.test(text.slice(end, end + 12))) return false;
  return !/^\p{Ll}/u.test(next);
}
