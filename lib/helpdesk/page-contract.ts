import type { ComposerMode, OpenTicket, PageSnapshot } from './contract';

/** The page's side of a helpdesk: runs in the content script, must load without touching the DOM. */
export interface HelpdeskPage {
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  /** Match patterns of the content script and of the host permission. */
  readonly matches: readonly string[];
  /** GET paths that the panel may ask for; everything else is refused by the content script. */
  readonly allowedPaths: readonly RegExp[];
  /** Which ticket is open, by address, selected tab and visible pane together. */
  findOpenTicket(page: Document, url: URL): OpenTicket;
  findComposer(page: Document, ticketId: string): ComposerElement;
  snapshot(page: Document, ticketId: string): PageSnapshot | null;
  /** Element at whose corner our button floats, or `null`. */
  findComposerAnchor(page: Document, ticketId: string): Element | null;
  /** Changes when the conversation on screen changes, not when the same entries are drawn again; holds no text. */
  conversationMark(page: Document, ticketId: string): string;
  /** Is this a control by which the agent sends? Only watched, never pressed. */
  isSendControl(element: Element): boolean;
}

export type ComposerElement =
  | { found: false; reason: 'missing' | 'several' }
  | {
      found: true;
      element: HTMLElement;
      mode: ComposerMode;
      modeLabel: string | null;
      format: 'rich' | 'plain';
    };
