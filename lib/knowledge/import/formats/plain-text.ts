/** Plain text whose line breaks matter (a canned reply) as Markdown, where a single break would become a space. */
export function keepLineBreaks(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/([^\n])\n(?=[^\n])/g, '$1  \n')
    .trim();
}

/** Whether a cell or field holds HTML rather than text: it has at least one whole element or line break. */
export function looksLikeHtml(text: string): boolean {
  return /<(p|div|br|span|ul|ol|li|h[1-6]|table|strong|b|em|a)(\s[^>]*)?\/?>/i.test(text);
}

/** A title for a text that has none: its first line, cut at a word. */
export function titleFrom(text: string, longest = 80): string {
  const line = (text.split('\n').find((each) => each.trim() !== '') ?? '').replace(/^[#>*\-\s]+/, '').trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2))}…`;
}

/** `recover_username` or `refund-times` as words. */
export function humanise(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
