import type { SeedAddress, SeedOrder } from '../contract';

/** What the account holds, before it takes the shape of an API answer. Times are milliseconds since 1970. */
export interface UserRecord {
  id: number;
  name: string;
  email: string | null;
}

export interface CustomerRecord extends UserRecord {
  phone: string | null;
  /** BCP 47. */
  language: string;
  note: string;
  address: SeedAddress | null;
  orders: SeedOrder[];
  createdAt: number;
}

interface AttachmentRecord {
  id: number;
  name: string;
  contentType: string;
  sizeBytes: number;
}

export interface MessageRecord {
  id: number;
  ticketId: number;
  from: 'customer' | 'agent' | 'bot';
  isPublic: boolean;
  channel: string;
  via: string;
  sender: UserRecord;
  receiver: UserRecord | null;
  /** What the person wrote. */
  text: string;
  html: string;
  /** With signature and quoted history, as the mail came. */
  fullText: string;
  fullHtml: string;
  signature: string | null;
  /** Value of `stripped_text`: real accounts also have null and empty. */
  strippedText: string | null;
  attachments: AttachmentRecord[];
  createdAt: number;
  /** Sending is asynchronous: not sent before this time. `null`: failed. */
  sentAt: number | null;
  failedAt: number | null;
  sendingError: string | null;
  externalId: string | null;
  currentPage: string | null;
}

export interface TicketRecord {
  id: number;
  subject: string;
  channel: string;
  via: string;
  status: 'open' | 'closed';
  priority: string;
  customer: CustomerRecord;
  language: string;
  tags: string[];
  /** Value of the custom field "Order number". */
  order: string | null;
  spam: boolean;
  isUnread: boolean;
  messages: MessageRecord[];
  createdAt: number;
  updatedAt: number;
  closedAt: number | null;
  trashedAt: number | null;
  snoozedUntil: number | null;
  /** Ticket it was merged into: shown as unknown extra field. */
  mergedInto: number | null;
}

export interface MacroRecord {
  id: number;
  name: string;
  intent: string | null;
  language: string;
  usage: number;
  archivedAt: number | null;
  actions: { type: 'user'; name: string; title: string; arguments: Record<string, unknown> }[];
  createdAt: number;
}

/** Ids of things that every account has exactly one of. */
export const fixedIds = {
  account: 1881,
  agent: 8812,
  bot: 8899,
  team: 41,
  view: 1204417,
  shop: 5711,
  secondShop: 5712,
  httpIntegration: 29236,
  mailIntegration: 3659,
  orderField: 9101,
  reasonField: 9102,
} as const;
