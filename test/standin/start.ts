import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Standin, StandinOptions } from './contract';
import type { HelpdeskDefinition } from './core/helpdesk';
import { type StandinServer, startServer } from './core/server';
import { zendesk } from './zendesk/helpdesk';

export interface Standins extends Omit<StandinServer, 'standin'> {
  zendesk: Standin;
  /** Those that were started, by name. */
  all: [name: string, standin: Standin][];
  /** Throws when the Gorgias stand-in is not built yet. */
  readonly gorgias: Standin;
}

/** Starts both helpdesks on one HTTPS server. `port: 0` (default) takes a free one. */
export async function startStandins(options: StandinOptions & { port?: number }): Promise<Standins> {
  const gorgias = await loadGorgias();
  const definitions = gorgias ? [zendesk, gorgias] : [zendesk];
  const server = await startServer(definitions, options);
  return {
    port: server.port,
    zendesk: server.standin('zendesk'),
    all: definitions.map(({ name }) => [name, server.standin(name)]),
    get gorgias() {
      return server.standin('gorgias');
    },
    chromiumArgs: server.chromiumArgs,
    firefoxProxy: server.firefoxProxy,
    close: server.close,
  };
}

/** Looked up by file so that the first helpdesk runs while the second is being built. */
async function loadGorgias(): Promise<HelpdeskDefinition | null> {
  const file = join(import.meta.dirname, 'gorgias/helpdesk.ts');
  if (!existsSync(file)) return null;
  const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {
    gorgias: HelpdeskDefinition;
  };
  return module.gorgias;
}
