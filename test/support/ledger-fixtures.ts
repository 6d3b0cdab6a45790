import type { Claim } from '@/lib/draft/claim';
import { checkDocument, createLedgerContext } from '@/lib/draft/ledger';
import { parseReply } from '@/lib/draft/reply/parse-reply';
import type { Message, Order } from '@/lib/ticket/ticket';
import { aMessage, aSource, aTicket } from './draft-fixtures';

interface Known {
  /** Texts of passages, numbered from one. */
  sources?: readonly string[];
  orders?: readonly Order[];
  facts?: readonly unknown[];
  /** What the customer wrote; the agent's earlier words follow. */
  customer?: string;
  agent?: string;
}

/** Claims of a draft written as the model writes it, held against what is known. */
export function claimsOf(draft: string, known: Known = {}): Claim[] {
  const { sources = [], orders = [], facts = [], customer = 'Hello', agent } = known;
  const messages: Message[] = [aMessage({ text: customer })];
  if (agent !== undefined)
    messages.push(aMessage({ id: '2', author: { role: 'agent', name: 'Maya Ray' }, text: agent }));
  const passages = sources.map((text, index) =>
    aSource({ number: index + 1, articleId: `a${index + 1}`, title: 'Terms', text, end: text.length }),
  );
  const { document, problems } = parseReply(draft, new Set(passages.map(({ number }) => number)));
  const ticket = aTicket({ messages, orders: [...orders] });
  const context = createLedgerContext({
    sources: passages,
    ticket,
    order: orders[0] ?? null,
    audience: 'public',
    facts,
  });
  return checkDocument(document, context, problems);
}
