import type { ZendeskOptions } from '../options';

/** What the server tells the page in a data block. */
export interface Boot {
  options: ZendeskOptions;
  account: { name: string; host: string };
  agent: { id: number; name: string };
  /** Tickets whose tabs are open at load. */
  openTickets: number[];
  /** Plain class name → the hashed one of this start. */
  classes: Record<string, string>;
  /** Seed of the page's own random numbers. */
  seed: number;
}

export interface LogItem {
  id: number;
  senderId: number | null;
  sender: string;
  /** Value of the bubble's `type` attribute. */
  role: 'end-user' | 'agent' | 'bot' | 'internal';
  isInternal: boolean;
  isAgent: boolean;
  at: string;
  /** HTML of the `zd-comment`, or null for a live message. */
  html: string | null;
  text: string;
  via: string;
  origin: string;
  attachments: string[];
}

/** One ticket as the agent's page shows it. */
export interface TicketView {
  id: number;
  subject: string;
  status: string;
  priority: string | null;
  /** `data-channel` of the public reply: `web`, `native_messaging`, `chat`. */
  replyChannel: string;
  via: string;
  requester: { id: number; name: string; email: string | null; firstName: string };
  assignee: string;
  tags: string[];
  fields: { id: number; title: string; value: string | null }[];
  items: LogItem[];
}

export interface TicketRow {
  id: number;
  subject: string;
  requester: string;
  status: string;
  updatedAt: string;
}

/** Body of the page's own submit; never the DOM, always the model. */
export interface SubmitBody {
  html: string;
  text: string;
  visibility: 'public' | 'internal';
  isTrusted: boolean;
  status: string;
}
