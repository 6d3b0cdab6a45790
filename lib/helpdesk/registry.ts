import { gorgiasPage } from './gorgias/page';
import type { HelpdeskPage } from './page-contract';
import { zendeskPage } from './zendesk/page';

/**
 * Every helpdesk that Footnote reads: one folder, one line. Manifest matches, host permissions and the contract suite
 * derive from this list. Loads without a DOM, since the build imports it in Node.
 */
export const helpdesks = [zendeskPage, gorgiasPage] as const satisfies readonly HelpdeskPage[];

export type HelpdeskId = (typeof helpdesks)[number]['id'];

/** The helpdesk of a page that the browser ran us on, told by the host of its match patterns. */
export function findHelpdesk({ hostname }: Pick<Location, 'hostname'>): HelpdeskPage {
  const found = helpdesks.find(({ matches }) =>
    matches.some((pattern) => hostname.endsWith(new URL(pattern.replace('*.', '')).hostname)),
  );
  if (!found)
    throw new Error('The content script runs on a page of no helpdesk: the matches do not fit the registry.');
  return found;
}
