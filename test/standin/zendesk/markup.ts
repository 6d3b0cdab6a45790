import type { SeedMessage } from '../contract';
import { escapeHtml } from '../core/http';

/** Paragraphs as Zendesk stores mail: one `<p dir="auto">` per paragraph, line breaks inside. */
export function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== '')
    .map((block) => `<p dir="auto">${escapeHtml(block.trim()).replace(/\n/g, '<br>')}</p>`)
    .join('');
}

/** The HTML of a message with its signature and the quoted history below, as a mail client sends them. */
export function messageHtml(message: SeedMessage): string {
  if (message.html !== undefined) return message.html;
  const parts = [paragraphs(message.text)];
  if (message.signature) parts.push(`<div class="signature">${paragraphs(message.signature)}</div>`);
  if (message.quoted) {
    const [first = '', ...rest] = message.quoted.split('\n');
    const isLead = !first.startsWith('>') && rest.length > 0;
    const lead = isLead ? `<div dir="ltr" class="gmail_attr">${escapeHtml(first)}<br></div>` : '';
    const quoted = (isLead ? rest : [first, ...rest]).map((line) => line.replace(/^> ?/, '')).join('\n');
    parts.push(
      `<div class="gmail_quote">${lead}<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex">${paragraphs(quoted)}</blockquote></div>`,
    );
  }
  return parts.join('');
}

export function messageText(message: SeedMessage): string {
  const parts = [message.text];
  if (message.signature) parts.push(`-- \n${message.signature}`);
  if (message.quoted) parts.push(message.quoted);
  return parts.join('\n\n');
}

/** Good enough for `body` of a comment that came as HTML from the composer. */
export function htmlToText(html: string): string {
  return html
    .replace(/<li[^>]*>/gi, '* ')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/(li|h[1-6])>/gi, '\n')
    .replace(/<\/(p|div|ul|ol|blockquote)>/gi, '\n\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, '&')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
