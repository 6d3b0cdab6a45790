import type { ServerResponse } from 'node:http';

/** Server-sent events from a helpdesk to its own open pages (same origin, so no CSP exception is needed). */
export interface PushHub {
  /** Number of pages that listen. */
  readonly listeners: number;
  send(event: string, data: unknown): void;
  attach(response: ServerResponse): void;
  closeAll(): void;
}

export function createPushHub(): PushHub {
  const open = new Set<ServerResponse>();
  return {
    get listeners() {
      return open.size;
    },
    send(event, data) {
      for (const response of open) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    attach(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      // The comment makes the browser fire `open` at once.
      response.write(': open\n\n');
      open.add(response);
      response.on('close', () => open.delete(response));
    },
    closeAll() {
      for (const response of open) response.end();
      open.clear();
    },
  };
}
