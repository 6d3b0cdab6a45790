import type { HelpdeskPage } from './contract';
import { gorgiasPage } from './gorgias/page';
import { zendeskPage } from './zendesk/page';

/**
 * Every helpdesk that Footnote reads: one folder, one line. Manifest matches, host permissions and the contract suite
 * derive from this list. Loads without a DOM, since the build imports it in Node.
 */
export const helpdesks = [zendeskPage, gorgiasPage] as const satisfies readonly HelpdeskPage[];

export type HelpdeskId = (typeof helpdesks)[number]['id'];
