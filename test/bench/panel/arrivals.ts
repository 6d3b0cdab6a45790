import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An endpoint on this machine that answers at once, and remembers when the first byte of each question came. */
export interface ArrivalServer {
  baseUrl: string;
  /** When the newest request for a completion came, ms since the epoch; `null`: none since it was last taken. */
  take(): number | null;
  close(): Promise<void>;
}

const shortAnswer = ['Hi,\n\n', 'thank you for your message. ', 'We look into it [1].\n\n', 'Kind regards'];

/** `answer`: what it writes, in pieces. */
export async function startArrivalServer(answer: readonly string[] = shortAnswer): Promise<ArrivalServer> {
  let arrived: number | null = null;
  const server = createServer((request, response) => {
    const at = performance.timeOrigin + performance.now();
    const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
    if (!request.url?.endsWith('/chat/completions')) {
      response.writeHead(404, cors).end();
      return;
    }
    // A preflight counts: it goes over the wire, and it is waited for.
    arrived ??= at;
    if (request.method === 'OPTIONS') {
      response.writeHead(204, cors).end();
      return;
    }
    request.resume();
    request.on('end', () => {
      response.writeHead(200, { ...cors, 'content-type': 'text/event-stream' });
      for (const content of answer) response.write(event({ content }, null));
      response.end(`${event({}, 'stop')}data: [DONE]\n\n`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    take() {
      const at = arrived;
      arrived = null;
      return at;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function event(delta: object, finish: string | null): string {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  return `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', choices })}\n\n`;
}
