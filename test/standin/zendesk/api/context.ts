import type { PlainResponse, StandinRequest } from '../../core/http';
import type { Account } from '../account';
import type { ZendeskOptions } from '../options';

/** What an endpoint gets besides the request. */
export interface ApiContext {
  account: Account;
  options: ZendeskOptions;
  /** Token that writes must carry; belongs to the session. */
  csrfToken: string;
  /** Told after each change, so that open pages reload the ticket. */
  changed(ticketId: number): void;
  /** False when this user may not update this ticket again yet. */
  mayUpdate(ticketId: number): boolean;
}

/** Path parameters in the order in which they stand in the path. */
export type Endpoint = (request: StandinRequest, params: string[], context: ApiContext) => PlainResponse;
