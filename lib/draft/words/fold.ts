/** Small letters without accents, so that words can be compared across spellings. */
export function fold(text: string): string {
  return text.toLowerCase().replaceAll('ß', 'ss').normalize('NFKD').replace(/\p{M}/gu, '');
}

/** Folded letters and figures with single spaces between: "basic_economy" and "Basic economy" are one. */
export function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Folded words of two letters and more; runs of scripts without spaces become pairs of characters. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const match of fold(text).matchAll(/[\p{L}\p{N}]+/gu)) {
    const word = match[0];
    if (/[\p{Script=Han}\u3040-\u30ff]/u.test(word)) {
      for (let index = 0; index + 1 < word.length; index += 1) words.push(word.slice(index, index + 2));
    } else if (word.length > 1 || /\d/u.test(word)) words.push(word);
  }
  return words;
}
