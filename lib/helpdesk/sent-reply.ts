import type { Message } from '@/lib/ticket/ticket';
import type { SentReply } from './contract';

/** A message as the reply that was sent. `since` stands in where the helpdesk does not date it. */
export function toSentReply({ id, text, visibility, sentAt }: Message, since: string): SentReply {
  return { messageId: id, text, visibility, sentAt: sentAt ?? since };
}
