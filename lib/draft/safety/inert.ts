import { hidesText, readDeclarations } from '@/lib/ticket/hidden-style';
import { takeOutHidden } from '@/lib/ticket/hidden-text';
import { findAddresses, hostOfAddress, type LinkTable, replaceAddresses } from './addresses';
import { findInstructionLike } from './instruction-like';

/** What stands in the prompt for words that were left out of it. */
const leftOut = '(words to a machine, left out)';
const otherLink = '(a link)';

/**
 * The words of an article's Markdown that a reader sees: without comments, pictures, hidden elements, tags and
 * definitions of links. Links by reference become links in place.
 */
export function toVisibleMarkdown(markdown: string): string {
  const targets = new Map<string, string>();
  const text = takeOutHidden(markdown)
    .text.replace(/<!--[\s\S]*?(?:-->|$)/gu, '')
    .replace(/^[\s\S]*?-->/u, (start) => (start.includes('<') ? start : ''))
    // `[//]: # (…)` and its kin are how Markdown writes comments; other definitions only say where a link leads.
    .replace(
      /^[ ]{0,3}\[([^\]\n]+)\]:[ \t]*(\S+)(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^)]*\)))?[^\n]*(?:\n|$)/gmu,
      (_, name, target) => {
        targets.set(String(name).toLowerCase(), String(target).replace(/^<|>$/gu, ''));
        return '';
      },
    )
    .replace(/<(script|style|template|iframe|svg|math|noscript|object)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/giu, '')
    .replace(/<([a-z][a-z0-9]*)\b([^>]*)>([\s\S]*?)<\/\1\s*>/giu, (whole, _tag, attributes) =>
      isHiding(String(attributes)) ? '' : whole,
    )
    .replace(/!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])/gu, '')
    .replace(
      /<a\b[^>]*\bhref\s*=\s*["']?([^"'\s>]+)["']?[^>]*>([\s\S]*?)<\/a\s*>/giu,
      (_, target, words) => `[${words}](${target})`,
    )
    .replace(/<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/giu, (tag) => (/^<br/iu.test(tag) ? '\n' : ''))
    .replace(/\[([^\]\n]+)\]\[([^\]\n]*)\]/gu, (whole, words, name) => {
      const target = targets.get(String(name || words).toLowerCase());
      return target ? `[${words}](${target})` : whole;
    });
  return text;
}

function isHiding(attributes: string): boolean {
  if (/(?:^|\s)hidden(?:\s|=|$)/iu.test(attributes)) return true;
  const style = /\bstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/iu.exec(attributes);
  return style !== null && hidesText(readDeclarations(style[1] ?? style[2] ?? ''));
}

const markdownLink =
  /\[([^\]\n]{0,300})\]\(\s*<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/gu;

/** Links of a passage by index where the table has them, their words alone where it has not. */
export function linksByIndex(text: string, links: LinkTable): string {
  const named = text.replace(markdownLink, (_, words: string, target: string) => {
    const index = namesOtherHost(words, target) ? null : links.indexOf(target);
    const seen = findAddresses(words).length > 0 && index !== null ? '' : words;
    return [seen, index].filter(Boolean).join(' ');
  });
  return replaceAddresses(named, (address) => links.indexOf(address) ?? otherLink);
}

/** "shop.example/returns" as the words of a link that leads elsewhere is how people are deceived. */
export function namesOtherHost(words: string, target: string): boolean {
  const host = hostOfAddress(target);
  return findAddresses(words).some(({ value }) => hostOfAddress(value) !== host);
}

/** Links of an article that may be linked to: those whose words do not name another host. */
export function trustedLinks(markdown: string): string[] {
  const found: string[] = [];
  const rest = markdown.replace(markdownLink, (_, words: string, target: string) => {
    if (!namesOtherHost(words, target)) found.push(target);
    return words;
  });
  return [...found, ...findAddresses(rest).map(({ value }) => value)];
}

export interface QuotedText {
  text: string;
  /** Sentences left out because they speak to the software that reads them. */
  leftOut: number;
}

/** Words of the ticket as the prompt quotes them: addresses by index or not at all, commands to a model left out. */
export function quoteForModel(text: string, links: LinkTable): QuotedText {
  let out = '';
  let at = 0;
  const spans = findInstructionLike(text).filter((span) => span.isPlain);
  for (const { start, end } of spans) {
    out += `${text.slice(at, start)}${leftOut}`;
    at = end;
  }
  return { text: linksByIndex(out + text.slice(at), links), leftOut: spans.length };
}
