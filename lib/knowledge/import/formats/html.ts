import { blankContent } from '../../versions';
import { type ImportItem, refuse } from '../contract';
import type { HtmlConverter } from './html-to-markdown';
import { guessFrom, type PlacedText, scopeOf, titleFromPath } from './place';

/** One HTML page as one article. */
export async function readHtml({ path, text }: PlacedText, convert: HtmlConverter): Promise<ImportItem> {
  const { markdown, title: pageTitle, hidden } = await convert(text);
  const heading = /^#\s+(.+)\n*/.exec(markdown);
  const title = heading?.[1] ?? pageTitle ?? titleFromPath(path);
  const body = (heading ? markdown.slice(heading[0].length) : markdown).trim();
  if (body === '') return refuse(path, 'missing-text', title);
  const language = /<html[^>]*\slang=["']?([a-z]{2}(?:-[a-z]{2})?)/i.exec(text)?.[1];
  const guess = guessFrom(path);
  return {
    kind: 'article',
    draft: {
      where: path,
      externalId: path,
      scope: scopeOf(path),
      url: null,
      updatedAt: null,
      verification: null,
      hidden,
      content: { ...blankContent, kind: guess.kind, locale: guess.locale || (language ?? ''), title, body },
    },
  };
}
