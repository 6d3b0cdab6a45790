import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Standin } from '../contract';
import { type Client, createClient } from '../core/client';
import { type StandinServer, startServer } from '../core/server';
import { fixtureStore } from '../seed/fixture';
import { ticketAnswer } from './answer-schemas';
import { gorgias } from './helpdesk';

/** Of an app with a key of its own. */
export const basic = {
  authorization: `Basic ${Buffer.from('kim@acme-outdoor.example:standin-key').toString('base64')}`,
};

export interface SignedIn {
  readonly standin: Standin;
  readonly client: Client;
  readTicket(id?: number): Promise<ReturnType<typeof ticketAnswer.parse>>;
}

/** The fixture store and an agent's session in it, anew for each test of the file that calls this. */
export function signedIn(): SignedIn {
  let server: StandinServer;
  let standin: Standin;
  let client: Client;
  beforeAll(async () => {
    server = await startServer([gorgias], { store: fixtureStore, seed: 3 });
    standin = server.standin('gorgias');
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    standin.reset();
    client = createClient(standin);
    await client.get(new URL(standin.ticketUrl(4711)).pathname);
  });
  return {
    get standin() {
      return standin;
    },
    get client() {
      return client;
    },
    readTicket: async (id = 4711) => ticketAnswer.parse((await client.get(`/api/tickets/${id}`)).json()),
  };
}
