import type { HelpdeskPage } from '../page-contract';
import { firstMatch, isVisible } from '../select';
import { findComposer } from './composer';
import { findOpenTicket, findShownPane } from './open-ticket';
import { zendeskSelectors } from './selectors';
import { conversationMark, snapshot } from './snapshot';

/** Zendesk's Agent Workspace as a content script sees it. */
export const zendeskPage = {
  id: 'zendesk',
  name: 'Zendesk',
  matches: ['https://*.zendesk.com/agent/*'],
  // Reading only. `users/me` carries the token for writes, so the content script strips it before it hands it on.
  allowedPaths: [
    /^\/api\/v2\/tickets\/\d+(?:\/comments|\/conversation_log)?\.json$/,
    /^\/api\/v2\/users\/(?:me|\d+)\.json$/,
    /^\/api\/v2\/users\/\d+\/tickets\/requested\.json$/,
    /^\/api\/v2\/ticket_fields\.json$/,
    /^\/api\/v2\/macros(?:\/active)?\.json$/,
    /^\/api\/v2\/help_center(?:\/incremental|\/[a-z]{2}(?:-[a-z0-9]{2,4})?)?\/(?:articles|sections|categories)\.json$/,
  ],
  findOpenTicket,
  findComposer,
  snapshot,
  findComposerAnchor: (page, ticketId) => {
    const pane = findShownPane(page, ticketId);
    const composer = findComposer(page, ticketId);
    if (!pane || !composer.found) return null;
    return (
      firstMatch(
        pane,
        zendeskSelectors.composerFrame,
        (frame) => isVisible(frame) && frame.contains(composer.element),
      ) ?? composer.element
    );
  },
  conversationMark,
  isSendControl: (element) => zendeskSelectors.send.some((selector) => element.closest(selector) !== null),
} as const satisfies HelpdeskPage;
