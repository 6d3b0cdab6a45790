/** What counts in a reply, however an editor writes it: its lines, what is bold, and where its links lead. */
export interface ReplyText {
  lines: string[];
  bold: string[];
  links: string[];
}

/**
 * Reads the reply at `selector`, or written as `html`. Runs inside pages, so it stands on its own. Footnote chips and
 * other marks of the panel are no text of the reply.
 */
export function readReply(from: { selector?: string; html?: string }): ReplyText {
  const root: Element | null =
    from.html === undefined
      ? document.querySelector(from.selector ?? 'body')
      : new DOMParser().parseFromString(from.html, 'text/html').body;
  if (!root) return { lines: [], bold: [], links: [] };
  const copy = root.cloneNode(true) as Element;
  for (const mark of copy.querySelectorAll('[contenteditable="false"], button, .ProseMirror-widget'))
    mark.remove();
  for (const end of copy.querySelectorAll('br')) end.replaceWith('\n');
  for (const block of copy.querySelectorAll('p, div, li, blockquote, h1, h2, h3')) block.append('\n');
  const clean = (text: string) => text.replace(/[\s\u00a0\u200b\u2060\ufeff]+/g, ' ').trim();
  const lines = (copy.textContent ?? '').split('\n').map(clean).filter(Boolean);
  const bold = [...copy.querySelectorAll('strong, b')].map((each) => clean(each.textContent)).filter(Boolean);
  const links = [...copy.querySelectorAll('a[href]')].map((each) => each.getAttribute('href') ?? '');
  return { lines, bold, links };
}
