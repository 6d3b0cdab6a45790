import type { HelpdeskReader } from './contract';
import { createGorgiasReader } from './gorgias/read';
import type { HelpdeskId } from './registry';
import { createZendeskReader } from './zendesk/read';

/**
 * The panel's side of every helpdesk. Apart from the registry, because the content script must not carry the mapping
 * and the build reads the registry in Node. One value per panel: readers remember what an account's tickets share (who
 * the agent is, names of fields).
 */
export function createReaders(): Record<HelpdeskId, HelpdeskReader> {
  return { zendesk: createZendeskReader(), gorgias: createGorgiasReader() };
}
