import { escapeHtml } from '../../core/http';
import { boot, labels, options } from './env';

/** What a fresh composer of this channel holds; notes and live messages start empty. */
export function prefillOf(channel: string, firstName: string, agentName: string): string {
  if (channel !== 'web' || options.prefill === 'none') return '';
  const greeting = `<p>${escapeHtml(`${labels.greeting} ${firstName}`)},</p><p>&nbsp;</p>`;
  const signature = `<p>${escapeHtml(labels.regards)}</p><p>${escapeHtml(agentName)}<br>${escapeHtml(boot.account.name)}</p>`;
  if (options.prefill === 'greeting') return greeting;
  if (options.prefill === 'signature') return `<p>&nbsp;</p>${signature}`;
  return greeting + signature;
}
