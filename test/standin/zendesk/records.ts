/** What the account holds, before it takes the shape of an API answer. Ids are as in Zendesk: numbers. */
export interface UserRecord {
  id: number;
  name: string;
  email: string | null;
  phone: string | null;
  role: 'end-user' | 'agent';
  /** Mixed case, e.g. `en-US`. */
  locale: string;
  notes: string;
  fields: Record<string, string | null>;
}

interface AttachmentRecord {
  id: number;
  name: string;
  contentType: string;
  sizeBytes: number;
}

export interface MessageRecord {
  id: number;
  /** `conversation` is a live message of chat or messaging, which `/comments` does not carry. */
  kind: 'comment' | 'conversation';
  from: 'customer' | 'agent' | 'bot';
  authorId: number | null;
  authorName: string;
  isPublic: boolean;
  /** `YYYY-MM-DDTHH:MM:SSZ`. */
  at: string;
  text: string;
  /** Inner HTML of the `zd-comment`. */
  html: string;
  via: string;
  attachments: AttachmentRecord[];
}

export interface TicketRecord {
  id: number;
  subject: string;
  /** `via.channel`: `email`, `web`, `chat`, `native_messaging`. */
  channel: string;
  status: 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed';
  priority: string | null;
  requesterId: number;
  assigneeId: number;
  tags: string[];
  fields: Record<number, string | null>;
  createdAt: string;
  updatedAt: string;
  /** When the search index may know of the last change; milliseconds. */
  changedAtMs: number;
  messages: MessageRecord[];
}

export interface ArticleRecord {
  id: number;
  title: string;
  html: string;
  /** Lower case, e.g. `en-us`. */
  locale: string;
  labels: string[];
  isRestricted: boolean;
  isDraft: boolean;
  updatedAt: string;
}

export interface MacroRecord {
  id: number;
  title: string;
  html: string;
  /** Plain macros carry `comment_value`, rich ones `comment_value_html`, some an array `[channel, text]`. */
  form: 'html' | 'text' | 'array';
  text: string;
  status: string | null;
  updatedAt: string;
}

/** Ids of things that every account has exactly one of. */
export const fixedIds = {
  agent: 501,
  group: 31,
  brand: 8,
  form: 12,
  section: 55,
  permissionGroup: 1,
  agentsOnlySegment: 99,
  orderField: 360001,
  orderDetailsField: 360002,
  trackingField: 360003,
} as const;
