import { splitMessage } from '@/lib/ticket/split-message';
import type { Message } from '@/lib/ticket/ticket';
import { toIsoDate } from '../dates';
import { readMessageHtml } from '../html-text';
import type { GorgiasMessage } from './api-shapes';

/** Any of three signs makes a message internal: it is never quoted to a customer. */
export function isInternal({ public: isPublic, channel, source }: GorgiasMessage): boolean {
  return isPublic !== true || channel === 'internal-note' || source?.type === 'internal-note';
}

export function toMessage(message: GorgiasMessage): Message {
  return {
    id: String(message.id),
    author: { role: roleOf(message), name: message.sender?.name ?? message.sender?.firstname ?? null },
    visibility: isInternal(message) ? 'internal' : 'public',
    sentAt: toIsoDate(message.sent_datetime) ?? toIsoDate(message.created_datetime),
    ...readBody(message),
    attachments: (message.attachments ?? []).map((file) => ({
      name: file.name ?? 'attachment',
      contentType: file.content_type ?? 'application/octet-stream',
      sizeBytes: file.size,
    })),
  };
}

/** Gorgias itself strips the thread from `stripped_*`; the whole body then only serves for what was taken out. */
function readBody(message: GorgiasMessage): Pick<Message, 'text' | 'quoted' | 'signature' | 'hidden'> {
  const html = message.body_html ? readMessageHtml(message.body_html) : null;
  // The plain text of a mail keeps what its styles hide: then only the HTML tells what the customer saw.
  if (html?.hidden) return html;
  const whole = message.body_text ? splitMessage(message.body_text) : html;
  const stripped = message.stripped_text ? splitMessage(message.stripped_text) : null;
  const own = stripped?.text ? stripped : whole;
  if (!own) return { text: '', quoted: null, signature: message.stripped_signature };
  return {
    ...(own.hidden !== undefined && { hidden: own.hidden }),
    text: own.text,
    quoted: own.quoted ?? whole?.quoted ?? null,
    signature: own.signature ?? message.stripped_signature ?? whole?.signature ?? null,
  };
}

function roleOf(message: GorgiasMessage): Message['author']['role'] {
  if (message.rule_id !== null || message.via === 'rule') return 'bot';
  if (message.from_agent === null) return 'unknown';
  return message.from_agent ? 'agent' : 'customer';
}
