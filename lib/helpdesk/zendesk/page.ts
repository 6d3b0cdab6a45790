import type { HelpdeskPage } from '../contract';

/** Zendesk's Agent Workspace as a content script sees it. */
export const zendeskPage = {
  id: 'zendesk',
  name: 'Zendesk',
  matches: ['https://*.zendesk.com/agent/*'],
  allowedPaths: [],
  findOpenTicket: () => ({ kind: 'none' }),
  findComposer: () => ({ found: false, reason: 'missing' }),
  snapshot: () => null,
  findComposerAnchor: () => null,
} as const satisfies HelpdeskPage;
