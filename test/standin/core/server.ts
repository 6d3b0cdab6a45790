import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { AuditEntry, SeedStore, Standin, StandinOptions, SubmitEntry } from '../contract';
import { createCertificate } from './certificate';
import { type ConnectProxy, startConnectProxy } from './connect-proxy';
import { createFaultPlan, type FaultPlan } from './fault-plan';
import type { Helpdesk, HelpdeskDefinition } from './helpdesk';
import { parseCookies, type StandinRequest, type StandinResponse } from './http';
import { createPushHub, type PushHub } from './push';
import { createRandom } from './random';

export interface StandinServer {
  port: number;
  /** By the helpdesk's name. */
  standin(name: HelpdeskDefinition['name']): Standin;
  /** Maps the real host names to this server; add them to the browser's arguments. */
  chromiumArgs(): string[];
  /** Starts the proxy on the first call. */
  firefoxProxy(): Promise<ConnectProxy>;
  close(): Promise<void>;
}

interface Room {
  definition: HelpdeskDefinition;
  helpdesk: Helpdesk;
  host: string;
  audit: AuditEntry[];
  submits: SubmitEntry[];
  faults: FaultPlan;
  push: PushHub;
}

/** One HTTPS server for all helpdesks; the Host header decides which one answers. */
export async function startServer(
  definitions: readonly HelpdeskDefinition[],
  options: StandinOptions & { port?: number },
): Promise<StandinServer> {
  const rooms = await Promise.all(definitions.map((definition) => createRoom(definition, options)));
  const certificate = await createCertificate(definitions.map((definition) => `*.${definition.domain}`));
  const server = createServer(certificate, (request, response) => {
    answer(rooms, request, response).catch((error: unknown) => {
      // A bug in the stand-in must be loud and must not look like a planned fault.
      console.error(error);
      if (!response.headersSent) response.writeHead(599, { 'content-type': 'text/plain' });
      response.end(`Stand-in bug: ${String(error)}`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  let proxy: Promise<ConnectProxy> | null = null;
  let closed: Promise<void> | null = null;
  const close = () => {
    closed ??= (async () => {
      for (const room of rooms) room.push.closeAll();
      await (await proxy)?.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    })();
    return closed;
  };
  const standins = new Map(rooms.map((room) => [room.definition.name, toStandin(room, port, close)]));
  return {
    port,
    standin: (name) => {
      const standin = standins.get(name);
      if (!standin) throw new Error(`The ${name} stand-in was not started`);
      return standin;
    },
    chromiumArgs: () => [
      `--host-resolver-rules=${definitions.map(({ domain }) => `MAP *.${domain} 127.0.0.1:${port}`).join(', ')}`,
      '--ignore-certificate-errors',
    ],
    firefoxProxy: () =>
      (proxy ??= startConnectProxy(
        definitions.map(({ domain }) => domain),
        port,
      )),
    close,
  };
}

async function createRoom(definition: HelpdeskDefinition, options: StandinOptions): Promise<Room> {
  const host = `${subdomainOf(options.store)}.${definition.domain}`;
  const submits: SubmitEntry[] = [];
  const push = createPushHub();
  const helpdesk = await definition.create({
    store: options.store,
    locale: options.locale ?? 'en',
    host,
    random: createRandom(options.seed).fork(definition.name),
    push,
    now: Date.now,
    recordSubmit: (entry) => submits.push(entry),
  });
  return { definition, helpdesk, host, audit: [], submits, faults: createFaultPlan(), push };
}

/** `haldenpike.example` has its account at `haldenpike.zendesk.com`. */
function subdomainOf(store: SeedStore): string {
  return store.domain.split('.')[0] || 'acme';
}

function toStandin(room: Room, port: number, close: () => Promise<void>): Standin {
  return {
    host: room.host,
    port,
    ticketUrl: (ticketId) => room.helpdesk.ticketUrl(ticketId),
    audit: () => [...room.audit],
    submits: () => [...room.submits],
    receive: (ticketId, message) => room.helpdesk.receive(ticketId, message),
    fault: (fault) => room.faults.add(fault),
    set: (option, value) => room.helpdesk.set(option, value),
    reset: () => {
      room.audit.length = 0;
      room.submits.length = 0;
      room.faults.clear();
      room.helpdesk.reset();
    },
    // One server carries both helpdesks, so closing one closes all.
    close,
  };
}

async function answer(
  rooms: readonly Room[],
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const request = await readRequest(incoming);
  const room = rooms.find(({ definition }) => request.host.endsWith(`.${definition.domain}`));
  if (!room) {
    outgoing.writeHead(421, { 'content-type': 'text/plain' }).end(`No stand-in for ${request.host}`);
    return;
  }
  const pathWithQuery = request.url.pathname + request.url.search;
  const fault = room.faults.take(pathWithQuery);
  const delayMs = room.helpdesk.latencyMs(request) + (fault?.type === 'delay' ? fault.ms : 0);
  const entry: AuditEntry = {
    at: Date.now(),
    host: request.host,
    method: request.method,
    path: pathWithQuery,
    status: 0,
    initiator: initiatorOf(request),
  };
  room.audit.push(entry);
  if (delayMs > 0) await wait(delayMs);
  const response = await respond(room, request, fault);
  entry.status = response.status;
  if ('stream' in response) {
    response.stream(outgoing);
    return;
  }
  if (fault?.type === 'reset') {
    // After the handler: the write is stored, the answer never arrives (the duplicate-comment trap).
    entry.status = 0;
    incoming.socket.destroy();
    return;
  }
  const body =
    typeof response.body === 'string' ? Buffer.from(response.body) : (response.body ?? new Uint8Array());
  const sent = fault?.type === 'truncate' ? body.subarray(0, Math.floor(body.length / 2)) : body;
  outgoing.writeHead(response.status, { ...response.headers, 'content-length': String(sent.length) });
  outgoing.end(request.method === 'HEAD' ? undefined : sent);
}

function respond(
  room: Room,
  request: StandinRequest,
  fault: ReturnType<FaultPlan['take']>,
): StandinResponse | Promise<StandinResponse> {
  if (fault?.type === 'status') {
    return {
      status: fault.status,
      headers: { 'content-type': fault.contentType ?? 'text/html; charset=utf-8', ...fault.headers },
      body: fault.body ?? '',
    };
  }
  if (fault?.type === 'login') return { status: 302, headers: { location: room.helpdesk.loginPath } };
  return room.helpdesk.handle(request);
}

async function readRequest(incoming: IncomingMessage): Promise<StandinRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const host = (incoming.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  return {
    method: incoming.method ?? 'GET',
    host,
    url: new URL(incoming.url ?? '/', `https://${host || 'unknown.invalid'}`),
    headers: incoming.headers,
    cookies: parseCookies(incoming.headers.cookie),
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function initiatorOf(request: StandinRequest): Record<string, string> {
  const initiator: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (
      (name.startsWith('sec-fetch-') || name === 'referer' || name === 'origin') &&
      typeof value === 'string'
    ) {
      initiator[name] = value;
    }
  }
  return initiator;
}
