import type { SeedMessage, SeedStore, SubmitEntry } from '../contract';
import type { StandinRequest, StandinResponse } from './http';
import type { PushHub } from './push';
import type { Random } from './random';

export interface HelpdeskDeps {
  store: SeedStore;
  /** UI language of the agent. */
  locale: 'en' | 'de' | 'pt' | 'ja';
  /** e.g. `acme.zendesk.com`. */
  host: string;
  random: Random;
  push: PushHub;
  /** Milliseconds since 1970. */
  now(): number;
  recordSubmit(entry: SubmitEntry): void;
}

/** One helpdesk behind the shared server. The core adds audit, faults, latency and life cycle. */
export interface Helpdesk {
  handle(request: StandinRequest): StandinResponse | Promise<StandinResponse>;
  /** Milliseconds to wait before this request is handled; draws from the helpdesk's own seeded stream. */
  latencyMs(request: StandinRequest): number;
  /** What a signed-out browser is sent to. */
  loginPath: string;
  ticketUrl(ticketId: number): string;
  receive(ticketId: number, message: SeedMessage): void;
  /** Throws on an unknown key or a value that does not fit: a test that misspells an option must fail. */
  set(option: string, value: unknown): void;
  /** Back to the seed: tickets, options, limits. */
  reset(): void;
}

export interface HelpdeskDefinition {
  name: 'zendesk' | 'gorgias';
  /** e.g. `zendesk.com`: every host under it is this helpdesk's. */
  domain: string;
  /** May bundle its page, hence asynchronous. */
  create(deps: HelpdeskDeps): Promise<Helpdesk>;
}
