import * as z from 'zod/mini';
import type { SeedTicket } from '../contract';

export const conversationSchema = z.object({
  id: z.string(),
  customerId: z.string(),
  turns: z.array(z.object({ from: z.enum(['customer', 'agent']), text: z.string() })).check(z.minLength(1)),
});
type Conversation = z.infer<typeof conversationSchema>;

const channels = ['email', 'messaging', 'chat'] as const;
const firstId = 5001;
const startMs = Date.UTC(2026, 10, 23, 8);

/**
 * A conversation becomes an open ticket that waits for an answer: it ends with the last customer turn that asks
 * something (the last customer turn, when none does), so that there is a reply to be written.
 */
export function toTicket(
  conversation: Conversation,
  index: number,
  orderNames: readonly string[],
): SeedTicket {
  const { turns } = conversation;
  const lastCustomer = turns.findLastIndex(({ from }) => from === 'customer');
  const lastQuestion = turns.findLastIndex(({ from, text }) => from === 'customer' && text.includes('?'));
  const kept = turns.slice(0, (lastQuestion >= 0 ? lastQuestion : lastCustomer) + 1);
  const mentioned = kept.flatMap(({ text }) => text.match(/#W\d+/g) ?? []);
  const order = mentioned.find((name) => orderNames.includes(name));
  const channel = channels[index % channels.length] ?? 'email';
  const opening = kept[0]?.text.split(/(?<=[.?!])\s/)[0] ?? '';
  const subject = opening.length > 70 ? `${opening.slice(0, 69)}…` : opening;
  return {
    id: firstId + index,
    subject: subject || conversation.id,
    channel,
    status: 'open',
    customerId: conversation.customerId,
    ...(order !== undefined && { order }),
    tags: [],
    messages: kept.map(({ from, text }, turn) => ({
      from,
      visibility: 'public',
      // Live turns follow within minutes, mails within the hour.
      at: new Date(
        startMs + index * 3_600_000 + turn * (channel === 'email' ? 1_800_000 : 90_000),
      ).toISOString(),
      text,
    })),
  };
}
