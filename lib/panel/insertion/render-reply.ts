import type { DraftDocument } from '@/lib/draft/reply/document';
import { type HtmlOptions, toHtml } from '@/lib/draft/reply/write-reply';

/**
 * A draft as HTML for the reply box or the clipboard: the only way by which HTML is made of a draft. `toHtml` writes
 * escaped words into a fixed set of elements; the sanitiser looks once more at what came out, so that a fault in one does
 * not reach a customer. Views need neither: they draw words by React and the editor's own nodes, never from HTML.
 */
export async function renderReply(document: DraftDocument, options: HtmlOptions): Promise<string> {
  const { default: purify } = await loadSanitiser();
  return purify.sanitize(toHtml(document, options), allowed);
}

/** Loads the sanitiser, so that no press waits for it. */
export const loadSanitiser = () => import('dompurify');

const allowed = {
  ALLOWED_TAGS: ['p', 'br', 'ul', 'ol', 'li', 'strong', 'em', 'a'],
  ALLOWED_ATTR: ['href'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?:\/\/|mailto:)/i,
};
