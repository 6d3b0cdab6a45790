import { type RequestOptions, request } from 'node:https';
import type { Standin } from '../contract';
import { parseCookies } from './http';

interface ClientAnswer {
  status: number;
  headers: Record<string, string>;
  text: string;
  /** Throws when the body is no JSON. */
  json(): unknown;
}

export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<ClientAnswer>;
  send(method: string, path: string, body: unknown, headers?: Record<string, string>): Promise<ClientAnswer>;
  cookies: Record<string, string>;
}

/** A browser-like caller for tests without a browser: real TLS, real host name, a cookie jar. */
export function createClient(standin: Standin): Client {
  const cookies: Record<string, string> = {};
  const call = (method: string, path: string, headers: Record<string, string>, body?: string) =>
    new Promise<ClientAnswer>((resolve, reject) => {
      const cookie = Object.entries(cookies)
        .map(([name, value]) => `${name}=${value}`)
        .join('; ');
      const options: RequestOptions = {
        host: '127.0.0.1',
        port: standin.port,
        servername: standin.host,
        rejectUnauthorized: false,
        method,
        path,
        headers: { host: standin.host, accept: 'application/json', ...(cookie && { cookie }), ...headers },
      };
      const outgoing = request(options, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          for (const line of incoming.headers['set-cookie'] ?? []) {
            Object.assign(cookies, parseCookies(line.split(';')[0]));
          }
          const text = Buffer.concat(chunks).toString('utf8');
          const flat = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
          resolve({
            status: incoming.statusCode ?? 0,
            headers: Object.fromEntries(flat) as Record<string, string>,
            text,
            json: () => JSON.parse(text) as unknown,
          });
        });
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  return {
    cookies,
    get: (path, headers = {}) => call('GET', path, headers),
    send: (method, path, body, headers = {}) =>
      call(method, path, { 'content-type': 'application/json', ...headers }, JSON.stringify(body)),
  };
}
