import type { ArticleDraft } from '../../import-plan';
import { normaliseSlots } from '../../slots';
import { type ImportItem, refuse } from '../contract';
import type { HtmlConverter } from './html-to-markdown';
import type { Metadata } from './metadata';
import { scopeOf } from './place';
import { keepLineBreaks, looksLikeHtml, titleFrom } from './plain-text';

/** Where a row of a table or list came from. */
export interface RowPlace {
  readonly path: string;
  /** For people: `faq.csv, line 12`. */
  readonly where: string;
  /** When the row has no id of its own: its number or key, stable as long as nothing is inserted before it. */
  readonly fallbackId: string;
}

/** One row of a CSV or JSON file as an article. HTML in it becomes Markdown. */
export async function rowToItem(
  metadata: Metadata,
  place: RowPlace,
  convert: HtmlConverter,
): Promise<ImportItem> {
  const raw = metadata.body ?? '';
  const isHtml = looksLikeHtml(raw);
  const { markdown: words, hidden } = isHtml ? await convert(raw) : { markdown: raw, hidden: 0 };
  if (words === '') return refuse(place.where, 'missing-text', metadata.title);
  const isReply = metadata.content.kind === 'canned-reply';
  const body = isReply && !isHtml ? keepLineBreaks(words) : words;
  const draft: ArticleDraft = {
    where: place.where,
    externalId: `${place.path}#${metadata.id ?? place.fallbackId}`,
    scope: scopeOf(place.path),
    url: metadata.url,
    updatedAt: metadata.updatedAt,
    verification: metadata.verification,
    hidden,
    content: {
      ...metadata.content,
      title: metadata.title ?? titleFrom(words),
      body: isReply ? normaliseSlots(body) : body,
    },
  };
  return { kind: 'article', draft };
}

/** Values of one kind are refused by name; see `readMetadata`. */
export function refuseValue(where: string, wrong: { field: string; value: string }): ImportItem {
  return refuse(where, 'unknown-value', `${wrong.field}: ${wrong.value}`);
}
