import type { GorgiasOptions } from '../options';

/** What the server tells the page in a data block. */
export interface Boot {
  options: GorgiasOptions;
  account: { name: string; host: string };
  agent: { name: string; email: string };
  viewId: number;
  /** `Component--part` → the same with this start's hash. */
  classes: Record<string, string>;
}

export interface BubbleView {
  id: number;
  author: string;
  isAgent: boolean;
  isInternal: boolean;
  /** ISO 8601. */
  at: string;
  via: string;
  html: string;
  /** The whole mail with signature and quoted history, when there is more than `html`. */
  fullHtml: string | null;
  attachments: { name: string; url: string; sizeBytes: number }[];
}

export interface OrderView {
  name: string;
  placedAt: string;
  total: string;
  financial: string;
  fulfilment: string;
  tracking: string | null;
  items: { title: string; variant: string | null; sku: string; quantity: number; price: string }[];
}

/** One ticket as the agent's page shows it. */
export interface TicketView {
  id: number;
  subject: string;
  status: 'open' | 'closed';
  channel: string;
  customer: { id: number; name: string; email: string | null; note: string; language: string };
  assignee: string;
  tags: string[];
  bubbles: BubbleView[];
  orders: OrderView[];
  /** HTML that a fresh public reply box holds. */
  prefill: string;
}

export interface TicketRow {
  id: number;
  subject: string;
  customer: string;
  excerpt: string;
  status: 'open' | 'closed';
  channel: string;
  isUnread: boolean;
  updatedAt: string;
}

/** Body of the page's own send; never the DOM, always the model. */
export interface SubmitBody {
  html: string;
  text: string;
  visibility: 'public' | 'internal';
  isTrusted: boolean;
  close: boolean;
}

/** On `window.__standin`: what a browser test may ask the page. */
export interface PageProbe {
  /** Messages of uncaught errors and of errors that the error boundary caught. */
  errors: string[];
  /** What the editor's model holds, per channel; `null`: no such editor is mounted. */
  model(visibility?: 'public' | 'internal'): { html: string; text: string } | null;
  /** Mounts of a reply box since the page was loaded. */
  mounts: number;
  /** Renders of a reply box since the page was loaded. */
  renders: number;
}
