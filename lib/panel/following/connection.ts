import type { OpenTicket } from '@/lib/helpdesk/contract';

export type OpenHelpdeskTicket = OpenTicket & { kind: 'ticket' };

/** What the active tab of the panel's window is, as far as reading a ticket goes. */
export type Connection =
  /** Just opened or switched: not known yet. */
  | { state: 'looking' }
  /** Any other page. */
  | { state: 'no-helpdesk' }
  /** A helpdesk page that was open before the extension was: one reload brings the content script. */
  | { state: 'reload-needed' }
  /** A helpdesk page with no ticket open. */
  | { state: 'no-ticket' }
  | { state: 'ambiguous'; found: readonly string[] }
  | { state: 'ticket'; tabId: number; open: OpenHelpdeskTicket };

export function isSameTicket(a: Connection, b: Connection): boolean {
  return (
    a.state === 'ticket' &&
    b.state === 'ticket' &&
    a.open.account === b.open.account &&
    a.open.ticketId === b.open.ticketId
  );
}
