import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** Firefox has no host mapping: it gets an own CONNECT proxy that pipes our hosts to the stand-in server. */
export interface ConnectProxy {
  port: number;
  /** For puppeteer's `extraPrefsFirefox`. */
  prefs: Record<string, string | number | boolean>;
  close(): Promise<void>;
}

export async function startConnectProxy(
  domains: readonly string[],
  targetPort: number,
): Promise<ConnectProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((_request, response) => {
    response.writeHead(405).end();
  });
  server.on('connect', (request, client: Socket) => {
    const host = (request.url ?? '').split(':')[0] ?? '';
    if (!domains.some((domain) => host.endsWith(`.${domain}`))) {
      // Nothing but the two helpdesks is reachable, so a run through the proxy proves where the browser went.
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(targetPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(client);
      client.pipe(upstream);
    });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      // A browser that closes a tab resets its sockets; the other half goes with it.
      socket.on('error', () => {
        client.destroy();
        upstream.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    prefs: { 'network.proxy.type': 1, 'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': port },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
