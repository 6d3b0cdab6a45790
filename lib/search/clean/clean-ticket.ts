import {
  closingWords,
  courtesies,
  deviceLines,
  disclaimerMarks,
  greetingWords,
  quoteOpeners,
} from './phrases';

/** A ticket says what it is about early; the rest of a 2 MB paste is a log. */
const readAtMost = 24_000;
/** A signature is short; a longer tail after "Thanks," is more of the matter. */
const longestSignature = 900;
const longestSignatureLines = 16;

const greeting = new RegExp(
  `^[ \\t]*(?:${greetingWords.join('|')})(?![\\p{L}\\p{N}])(?:[^\\n.!?,:;]{0,60}[,!.:;]+|[^\\n.!?,:;]{0,40}\\n|[ \\t]*$)`,
  'iu',
);
const closing = new RegExp(`^[ \\t]*(?:${closingWords.join('|')})(?![\\p{L}\\p{N}])[^\\n?]{0,40}$`, 'gimu');
const courtesy = new RegExp(`(?<=^|[.!?\\n]|[.!?]["')])[ \\t]*(?:${courtesies.join('|')})[.!]*`, 'giu');
const dashes = /^[ \t]*--[ \t]*$/mu;

/**
 * What a customer's message asks, without greeting, courtesies, signature, disclaimer and quoted history. Never
 * empties a text: when nothing would be left, the text stays as it is.
 */
export function cleanTicket(text: string): string {
  const whole = text.slice(0, readAtMost).toWellFormed().replace(/\r\n?/g, '\n');
  let rest = cutQuoted(whole);
  rest = rest.replace(deviceLines, '');
  rest = cutDisclaimers(rest);
  rest = cutSignature(rest);
  rest = cutGreeting(cutGreeting(rest.trimStart()));
  rest = rest.replace(courtesy, ' ').trim();
  return /[\p{L}\p{N}]/u.test(rest) ? rest : whole;
}

function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(text);
}

function cutQuoted(text: string): string {
  const own = text
    .split('\n')
    .filter((line) => !/^[ \t]*(?:>|\|[ \t])/.test(line))
    .join('\n');
  let end = own.length;
  for (const opener of quoteOpeners) {
    const at = own.search(opener);
    // History above the answer (bottom posting) is not cut: everything would be gone.
    if (at !== -1 && at < end && hasWords(own.slice(0, at))) end = at;
  }
  return own.slice(0, end);
}

function cutDisclaimers(text: string): string {
  return text
    .split(/\n[ \t]*\n/)
    .filter((paragraph) => disclaimerMarks.filter((mark) => mark.test(paragraph)).length < 2)
    .join('\n\n');
}

/** From the first closing line (or `--`) whose tail is short enough to be a signature. */
function cutSignature(text: string): string {
  const marks = [...text.matchAll(closing)].map((match) => match.index);
  const rule = text.search(dashes);
  if (rule !== -1) marks.push(rule);
  for (const at of marks.sort((a, b) => a - b)) {
    const tail = text.slice(at);
    if (tail.length > longestSignature || tail.split('\n').length > longestSignatureLines) continue;
    if (tail.includes('?')) continue;
    if (hasWords(text.slice(0, at).trimStart().replace(greeting, ''))) return text.slice(0, at);
  }
  return text;
}

function cutGreeting(text: string): string {
  const found = greeting.exec(text);
  const rest = found ? text.slice(found[0].length).trimStart() : text;
  return hasWords(rest) ? rest : text;
}
