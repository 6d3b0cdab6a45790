/**
 * Tokens of a text, estimated without a tokenizer: one for 3.6 characters of alphabetic script and one for each
 * character of Chinese, Japanese and Korean, digits by threes. Measured against the common byte-pair vocabularies this
 * is 5 to 25 % above the true count for European languages, which is the safe side for a budget.
 */
export function estimateTokens(text: string): number {
  const wide = text.match(/[\p{Script=Han}\u3040-\u30ff\p{Script=Hangul}]/gu)?.length ?? 0;
  const digits = text.match(/\d/gu)?.length ?? 0;
  return Math.ceil(wide + digits / 2.5 + (text.length - wide - digits) / 3.6);
}

/** Room for prompt and answer together, where the endpoint does not tell. */
export const defaultContextTokens = 8_192;

/** The longest end of a text within `tokens`, cut at a line or word. */
export function keepEnd(text: string, tokens: number): string {
  if (estimateTokens(text) <= tokens) return text;
  let size = Math.max(0, Math.floor(tokens * 3.2));
  while (size > 0 && estimateTokens(text.slice(-size)) > tokens) size = Math.floor(size * 0.85);
  return size === 0 ? '' : text.slice(-size).replace(/^\S*\s/u, '');
}

/** The longest beginning of a text within `tokens`, cut at a word. */
export function keepStart(text: string, tokens: number): string {
  if (estimateTokens(text) <= tokens) return text;
  let size = Math.max(0, Math.floor(tokens * 3.2));
  while (size > 0 && estimateTokens(text.slice(0, size)) > tokens) size = Math.floor(size * 0.85);
  return text.slice(0, size).replace(/\s\S*$/u, '');
}
