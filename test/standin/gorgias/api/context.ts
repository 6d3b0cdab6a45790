import type { StandinRequest } from '../../core/http';
import type { Account } from '../account';
import { createDateWriter } from '../dates';
import type { GorgiasOptions } from '../options';
import type { ShapeContext } from './ticket-shape';

/** All that an endpoint sees of one request. */
export interface ApiContext extends ShapeContext {
  request: StandinRequest;
  /** JSON of the body; `null` when there is none or it is broken. */
  body: unknown;
  /** Tells open pages. */
  changed(ticketId: number): void;
}

export interface ApiState {
  account: Account;
  options: GorgiasOptions;
  changed(ticketId: number): void;
}

export function createContext(request: StandinRequest, state: ApiState): ApiContext {
  return { ...state, request, body: parseBody(request.body), date: createDateWriter(state.options.dates) };
}

function parseBody(body: string): unknown {
  if (body === '') return null;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    // Endpoints that need a body complain about its missing fields.
    return null;
  }
}
