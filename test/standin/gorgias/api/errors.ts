import { htmlResponse, jsonResponse, type PlainResponse } from '../../core/http';

export function apiError(status: number, msg: string, headers: Record<string, string> = {}): PlainResponse {
  return jsonResponse({ error: { msg } }, status, headers);
}

/** 400 with the complaints per field. */
export function invalid(data: Record<string, string[]>): PlainResponse {
  return jsonResponse({ error: { msg: 'Please check the submitted data.', data } }, 400);
}

export function notFound(what: string): PlainResponse {
  return apiError(404, `${what} not found.`);
}

export const unauthorized = () => apiError(401, 'Unauthorized.');

/** What an account's address answers when there is no such account: a page, not JSON. */
export function unknownAccount(): PlainResponse {
  return htmlResponse(
    '<!doctype html><html lang="en"><title>Page not found</title><h1>404</h1><p>This helpdesk does not exist.</p></html>',
    404,
  );
}
