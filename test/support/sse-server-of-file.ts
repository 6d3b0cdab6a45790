import { afterAll, beforeEach } from 'vitest';
import { type SseServer, startSseServer } from './sse-server';

/** One server for all tests of the file that waits for this, as `prepare` leaves it and with nothing asked before each. */
export async function sseServerOfFile(prepare: (server: SseServer) => void): Promise<SseServer> {
  const server = await startSseServer();
  afterAll(() => server.close());
  beforeEach(() => {
    server.requests.length = 0;
    prepare(server);
  });
  return server;
}
