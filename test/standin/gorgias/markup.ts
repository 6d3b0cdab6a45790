import type { SeedMessage } from '../contract';
import { escapeHtml } from '../core/http';

/** Lines as the composer stores them: one `div` per line, an empty one as `<div><br></div>`. */
export function linesToHtml(text: string): string {
  return text
    .split('\n')
    .map((line) => `<div>${line === '' ? '<br>' : escapeHtml(line)}</div>`)
    .join('');
}

/** The whole mail as it came: what was written, the signature, the quoted history. */
export function fullHtml(message: SeedMessage): string {
  // A seed's own HTML already holds signature and quoted history.
  if (message.html) return message.html;
  const parts = [linesToHtml(message.text)];
  if (message.signature)
    parts.push(`<br><div class="gmail_signature">${linesToHtml(message.signature)}</div>`);
  if (message.quoted) {
    const lines = message.quoted.split('\n');
    const lead = lines[0]?.startsWith('>')
      ? ''
      : `<div class="gmail_attr">${escapeHtml(lines.shift() ?? '')}</div>`;
    const quoted = lines.map((line) => line.replace(/^> ?/, '')).join('\n');
    parts.push(
      `<br><div class="gmail_quote">${lead}<blockquote class="gmail_quote">${linesToHtml(quoted)}</blockquote></div>`,
    );
  }
  return parts.join('');
}

export function fullText(message: SeedMessage): string {
  const parts = [message.text];
  if (message.signature) parts.push(`-- \n${message.signature}`);
  if (message.quoted) parts.push(message.quoted);
  return parts.join('\n\n');
}
