import type { HelpdeskPage } from '../contract';

/** Gorgias' agent app as a content script sees it. */
export const gorgiasPage = {
  id: 'gorgias',
  name: 'Gorgias',
  matches: ['https://*.gorgias.com/*'],
  allowedPaths: [],
  findOpenTicket: () => ({ kind: 'none' }),
  findComposer: () => ({ found: false, reason: 'missing' }),
  snapshot: () => null,
  findComposerAnchor: () => null,
} as const satisfies HelpdeskPage;
