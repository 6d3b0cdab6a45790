import type { PlainResponse, StandinRequest } from '../../core/http';
import type { Account } from '../account';
import type { GorgiasOptions } from '../options';
import { apiError, unauthorized } from './errors';

/**
 * Who may ask: Basic authentication with the agent's e-mail and the API key for everything; the cookie of the page for
 * reading only. The real rule against forged writes is unknown, so a write by cookie is refused to keep us from it.
 */
export function refuse(
  request: StandinRequest,
  account: Account,
  options: GorgiasOptions,
  sessionId: string,
): PlainResponse | null {
  const basic = /^Basic (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (basic !== undefined) {
    const given = Buffer.from(basic, 'base64').toString('utf8');
    return given === `${account.agent.email}:${options.apiKey}` ? null : unauthorized();
  }
  if (options.signedOut || request.cookies.gorgias_session !== sessionId) return unauthorized();
  return request.method === 'GET' || request.method === 'HEAD' ? null : apiError(403, 'Forbidden.');
}
