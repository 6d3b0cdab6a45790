import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { type Article, articleKindSchema } from '@/lib/knowledge/article';
import { readMarkdown } from '@/lib/knowledge/import/formats/markdown';
import type { Ticket } from '@/lib/ticket/ticket';
import type {
  SeedArticle,
  SeedMacro,
  SeedMessage,
  SeedOrder,
  SeedStore,
  SeedTicket,
} from '../standin/contract';
import { loadSeed } from '../standin/seed/load-seed';
import { anArticle, aTicket } from '../support/draft-fixtures';
import { readRetrievalSet } from './retrieval-set';

export interface DraftSet {
  articles: Article[];
  tickets: Ticket[];
  /** By ticket id; only the demo store has them. */
  expectations: Map<string, z.infer<typeof expectationSchema>>;
}

const expectationSchema = z.object({
  ticketId: z.number(),
  outcome: z.string(),
  mustCite: z.array(z.string()),
  mustState: z.array(z.string()),
  mustNotState: z.array(z.string()),
});
const demoArticles = resolve(import.meta.dirname, '../../lib/knowledge/demo-shop/articles');

/** A store folder (demo or retail form) or a retrieval set; throws a sentence when it is neither. */
export function readDraftSet(folder: string): DraftSet {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`${folder} is not a folder.`);
  if (existsSync(join(folder, 'corpus.jsonl'))) return fromRetrievalSet(folder);
  const store = loadSeed(folder);
  const isDemo = existsSync(join(folder, 'store.json'));
  const own = join(folder, 'articles');
  const articles = isDemo
    ? readMarkdownArticles(existsSync(own) ? own : demoArticles)
    : store.articles.map(fromSeedArticle);
  const macros = isDemo ? [] : store.macros.map(fromMacro);
  return {
    articles: [...articles, ...macros],
    tickets: store.tickets.map((ticket) => toTicket(store, ticket)),
    expectations: readExpectations(folder),
  };
}

function readExpectations(folder: string): DraftSet['expectations'] {
  const file = join(folder, 'expectations.json');
  if (!existsSync(file)) return new Map();
  const rows = z.array(expectationSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(rows.map((row) => [String(row.ticketId), row]));
}

function readMarkdownArticles(folder: string): Article[] {
  const articles = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const item = readMarkdown({ path: name, text: readFileSync(join(folder, name), 'utf8') });
      if (item.kind !== 'article')
        throw new Error(`${join(folder, name)} is no article: ${JSON.stringify(item)}`);
      const { content, externalId, verification } = item.draft;
      return { ...blankArticle, ...content, id: externalId, verification };
    });
  if (articles.length === 0) throw new Error(`${folder} holds no articles.`);
  return articles;
}

const blankArticle = anArticle({ kind: 'faq', title: '', body: '', id: '', author: 'evaluation' });

function fromSeedArticle(article: SeedArticle): Article {
  const kind = articleKindSchema.safeParse(article.kind);
  return {
    ...blankArticle,
    id: article.id ?? article.title,
    title: article.title,
    body: article.body,
    locale: article.locale,
    audience: article.audience,
    tags: article.labels,
    kind: kind.success ? kind.data : 'faq',
  };
}

function fromMacro(macro: SeedMacro, index: number): Article {
  return {
    ...blankArticle,
    id: `macro-${index}`,
    title: macro.title,
    body: macro.text,
    locale: macro.locale,
    kind: 'canned-reply',
  };
}

function fromRetrievalSet(folder: string): DraftSet {
  const { documents, queries } = readRetrievalSet(folder);
  return {
    articles: documents.map((document) => ({
      ...blankArticle,
      id: document.articleId,
      title: document.title,
      body: document.body,
      locale: document.locale,
    })),
    tickets: queries.map((query) => ({
      ...blankTicket,
      account: basename(folder),
      id: query.id,
      messages: [
        toMessage(
          { from: 'customer', visibility: 'public', at: '2026-11-24T09:00:00Z', text: query.text },
          0,
          null,
          null,
        ),
      ],
    })),
    expectations: new Map(),
  };
}

export const blankTicket = aTicket({
  account: '',
  id: '',
  url: 'https://example.test/',
  subject: '',
  customer: { id: null, name: null, email: null, phone: null, locale: null, note: null },
  agentName: null,
  messages: [],
});

function toTicket(store: SeedStore, ticket: SeedTicket): Ticket {
  const customer = store.customers.find(({ id }) => id === ticket.customerId)!;
  return {
    ...blankTicket,
    account: store.domain,
    id: String(ticket.id),
    subject: ticket.subject,
    channel: ticket.channel,
    customer: {
      id: customer.id,
      name: customer.name,
      email: customer.email,
      phone: customer.phone ?? null,
      locale: customer.locale,
      note: customer.note ?? null,
    },
    agentName: store.agent.name,
    messages: ticket.messages.map((message, index) =>
      toMessage(message, index, customer.name, store.agent.name),
    ),
    orders: store.orders.filter((order) => order.customerId === customer.id).map(toOrder),
    tags: ticket.tags,
  };
}

function toMessage(
  message: SeedMessage,
  index: number,
  customerName: string | null,
  agentName: string | null,
): Ticket['messages'][number] {
  return {
    id: String(index + 1),
    author: { role: message.from, name: message.from === 'customer' ? customerName : agentName },
    visibility: message.visibility,
    sentAt: message.at,
    text: message.text,
    quoted: message.quoted ?? null,
    signature: message.signature ?? null,
    attachments: message.attachments ?? [],
  };
}

function toOrder(order: SeedOrder): Ticket['orders'][number] {
  return {
    name: order.name,
    placedAt: order.placedAt,
    currency: order.currency,
    total: order.total,
    financialStatus: order.financial,
    fulfilmentStatus: order.fulfilment,
    cancelledAt: order.cancelledAt ?? null,
    items: order.items.map((item) => ({
      title: item.title,
      variant: item.variant ?? null,
      sku: item.sku,
      quantity: item.quantity,
      price: item.price,
    })),
    shipments: order.shipments.map((shipment) => ({
      status: shipment.status,
      carrier: shipment.carrier,
      trackingNumber: shipment.number,
      url: shipment.url ?? null,
      updatedAt: shipment.updatedAt,
    })),
    refunds: order.refunds.map((refund) => ({
      at: refund.at,
      amount: refund.amount,
      note: refund.note ?? null,
    })),
    statusUrl: null,
  };
}
