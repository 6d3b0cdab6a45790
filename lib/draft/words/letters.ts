/** Letters of the Latin, Greek and Cyrillic scripts: those that the patterns here spell words with. */
const letters = String.raw`A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u0374\u0376-\u037d\u037f\u0386\u0388-\u03ff\u0400-\u0481\u048a-\u052f\u1e00-\u1fbc`;

/**
 * The same pattern with `\p{L}` narrowed to the letters above and without the `u` flag. In every use `\p{L}` is 700
 * ranges, and with `iu` each letter of a pattern a set of its own: for the long patterns of this room compiling took a
 * quarter of the first draft. The pattern must hold no character beyond U+FFFF and no other `\p`.
 */
export function lettered(pattern: RegExp): RegExp {
  const { source, flags } = pattern;
  let narrowed = '';
  let isInClass = false;
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at]!;
    if (source.startsWith('\\p{L}', at)) {
      narrowed += isInClass ? letters : `[${letters}]`;
      at += 4;
    } else if (char === '\\') {
      narrowed += char + source[(at += 1)]!;
    } else {
      if (char === '[') isInClass = true;
      if (char === ']') isInClass = false;
      narrowed += char;
    }
  }
  return new RegExp(narrowed, flags.replace('u', ''));
}
