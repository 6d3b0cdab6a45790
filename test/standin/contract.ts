/**
 * What both stand-in helpdesks are built from. A seed folder (`--data DIR`) is read into one `SeedStore`; each
 * helpdesk maps it onto its own shapes. Every request and every submit is recorded, so a test can prove what the
 * extension did and what it never did.
 */

export interface SeedAddress {
  line1: string;
  line2?: string;
  city: string;
  zip: string;
  country: string;
}

export interface SeedCustomer {
  id: string;
  name: string;
  email: string;
  phone?: string;
  /** BCP 47, e.g. `de` or `pt-BR`. */
  locale: string;
  address?: SeedAddress;
  note?: string;
}

export interface SeedOrderItem {
  title: string;
  variant?: string;
  sku: string;
  quantity: number;
  /** Decimal string in the order's currency, e.g. `59.90`. */
  price: string;
}

export interface SeedOrder {
  /** As people say it, e.g. `HP-20417` or `#W2378156`. */
  name: string;
  customerId: string;
  placedAt: string;
  currency: string;
  total: string;
  financial: 'paid' | 'pending' | 'refunded' | 'partially_refunded';
  fulfilment: 'fulfilled' | 'partial' | 'unfulfilled' | 'cancelled';
  cancelledAt?: string;
  items: SeedOrderItem[];
  shipments: {
    status: 'in_transit' | 'out_for_delivery' | 'delivered' | 'failure';
    carrier: string;
    number: string;
    url?: string;
    updatedAt: string;
  }[];
  refunds: { at: string; amount: string; note?: string }[];
  shippingAddress?: SeedAddress;
}

export interface SeedMessage {
  from: 'customer' | 'agent' | 'bot';
  visibility: 'public' | 'internal';
  at: string;
  /** Plain text as written. Paragraphs are separated by an empty line. */
  text: string;
  /** The whole mail as its client wrote it, signature and quoted history inside; otherwise made from `text`. */
  html?: string;
  /** Quoted history below the reply, as the mail client wrote it. */
  quoted?: string;
  signature?: string;
  attachments?: { name: string; contentType: string; sizeBytes: number }[];
}

export interface SeedTicket {
  id: number;
  subject: string;
  channel: 'email' | 'chat' | 'messaging' | 'web';
  status: 'new' | 'open' | 'pending' | 'solved' | 'closed';
  customerId: string;
  /** Name of the order the ticket is about, when the helpdesk knows it. */
  order?: string;
  tags: string[];
  messages: SeedMessage[];
}

export interface SeedArticle {
  /** Stable slug, when the seed has one. */
  id?: string;
  /** As in `lib/knowledge/article.ts`, when the seed knows it. */
  kind?: string;
  title: string;
  /** Markdown. */
  body: string;
  locale: string;
  labels: string[];
  /** `internal`: agents only. */
  audience: 'public' | 'internal';
  updatedAt: string;
}

export interface SeedMacro {
  title: string;
  /**
   * Text with the placeholders of a neutral form: `{{customer.first_name}}`, `{{order.name}}`,
   * `{{order.tracking_number}}`, `{{agent.name}}`.
   */
  text: string;
  locale: string;
  intent?: string;
  usage: number;
}

export interface SeedStore {
  name: string;
  domain: string;
  agent: { name: string; email: string };
  customers: SeedCustomer[];
  orders: SeedOrder[];
  tickets: SeedTicket[];
  articles: SeedArticle[];
  macros: SeedMacro[];
}

/** One line of the audit log. */
export interface AuditEntry {
  at: number;
  host: string;
  method: string;
  path: string;
  status: number;
  /** `Sec-Fetch-*`, `Referer`, `Origin` as received: tells page, extension and content script apart. */
  initiator: Record<string, string>;
}

/** One press of the helpdesk's own send button. */
export interface SubmitEntry {
  at: number;
  ticketId: number;
  visibility: 'public' | 'internal';
  /** What the editor's *model* held, never what the DOM showed. */
  html: string;
  text: string;
  isTrusted: boolean;
}

/** A planned fault: the n-th matching request gets it. */
export interface Fault {
  /** Matched against the path with its query. */
  path: RegExp;
  /** 1 = the next matching request. */
  nth: number;
  kind:
    | {
        type: 'status';
        status: number;
        body?: string;
        contentType?: string;
        headers?: Record<string, string>;
      }
    | { type: 'delay'; ms: number }
    | { type: 'truncate' }
    | { type: 'reset' }
    | { type: 'login' };
}

export interface StandinOptions {
  store: SeedStore;
  /** Everything random (hashed class names, re-renders, latency) follows from it. */
  seed: number;
  /** UI language of the agent. */
  locale?: 'en' | 'de' | 'pt' | 'ja';
}

export interface Standin {
  /** e.g. `acme.zendesk.com`. */
  readonly host: string;
  readonly port: number;
  ticketUrl(ticketId: number): string;
  audit(): AuditEntry[];
  submits(): SubmitEntry[];
  /** Add a message as if it had just come in; open pages are told by push. */
  receive(ticketId: number, message: SeedMessage): void;
  fault(fault: Fault): void;
  /** Page and API behaviour that tests switch at run time; each helpdesk documents its keys. */
  set(option: string, value: unknown): void;
  reset(): void;
  close(): Promise<void>;
}
