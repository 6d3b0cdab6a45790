import type { Standin, StandinOptions } from './contract';
import type { HelpdeskDefinition } from './core/helpdesk';
import { type StandinServer, startServer } from './core/server';
import { gorgias } from './gorgias/helpdesk';
import { zendesk } from './zendesk/helpdesk';

export interface Standins extends Omit<StandinServer, 'standin'> {
  /** Throws when it was not started. */
  readonly zendesk: Standin;
  /** Throws when it was not started. */
  readonly gorgias: Standin;
  /** Those that were started, by name. */
  all: [name: string, standin: Standin][];
}

/** Starts both helpdesks, or `only` some, on one HTTPS server. `port: 0` (default) takes a free one. */
export async function startStandins(
  options: StandinOptions & { port?: number; only?: HelpdeskDefinition['name'][] },
): Promise<Standins> {
  const definitions = [zendesk, gorgias].filter(({ name }) => options.only?.includes(name) ?? true);
  const server = await startServer(definitions, options);
  return {
    port: server.port,
    get zendesk() {
      return server.standin('zendesk');
    },
    get gorgias() {
      return server.standin('gorgias');
    },
    all: definitions.map(({ name }) => [name, server.standin(name)]),
    chromiumArgs: server.chromiumArgs,
    firefoxProxy: server.firefoxProxy,
    close: server.close,
  };
}
