import type { IncomingHttpHeaders, ServerResponse } from 'node:http';

/** A request as both helpdesks see it: the host is the real name, without a port. */
export interface StandinRequest {
  method: string;
  host: string;
  /** `https://{host}{path}?{query}`. */
  url: URL;
  headers: IncomingHttpHeaders;
  cookies: Record<string, string>;
  /** Body as text, empty when there is none. */
  body: string;
}

export interface PlainResponse {
  status: number;
  headers?: Record<string, string | string[]>;
  body?: string | Uint8Array;
}

/** Takes the socket over (server-sent events). Faults do not apply to it. */
interface StreamResponse {
  status: number;
  stream: (response: ServerResponse) => void;
}

export type StandinResponse = PlainResponse | StreamResponse;

/** `script-src 'self'` and no inline script, like a modern helpdesk; CKEditor sets inline styles. */
const pageCsp = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function jsonResponse(
  value: unknown,
  status = 200,
  headers: Record<string, string | string[]> = {},
): PlainResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(value),
  };
}

export function htmlResponse(
  html: string,
  status = 200,
  headers: Record<string, string | string[]> = {},
): PlainResponse {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': pageCsp,
      ...headers,
    },
    body: html,
  };
}

export function redirectResponse(location: string): PlainResponse {
  return { status: 302, headers: { location, 'cache-control': 'no-store' } };
}

export function parseCookies(header: string | undefined): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0) cookies[pair.slice(0, at).trim()] = pair.slice(at + 1).trim();
  }
  return cookies;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** Data for the page's script; a data block is not a script, so the CSP lets it through. */
export function dataBlock(id: string, value: unknown): string {
  return `<script type="application/json" id="${id}">${JSON.stringify(value).replace(/</g, '\\u003c')}</script>`;
}
