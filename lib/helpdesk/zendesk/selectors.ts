import type { Alternatives } from '../select';

const test = (id: string): string => `[data-test-id="${id}"]`;

/**
 * Everything that Footnote knows of the Agent Workspace's page. Class names are hashed and change with each release,
 * so only `data-test-id` and what the page needs itself is used. `data-test-id` names drift, too: newest name first.
 */
export const zendeskSelectors = {
  /** The one conversation of ticket `id`; every open ticket keeps its own in the page. */
  pane: (id: string): Alternatives => [
    `[data-side-conversations-anchor-id="${id}"]`,
    `[data-ticket-id="${id}"]`,
    test(`ticket-${id}-standard-layout`),
  ],
  /** Panes of all open tickets, each with the attribute that holds its ticket's id. */
  panes: [
    ['[data-side-conversations-anchor-id]', 'data-side-conversations-anchor-id'],
    ['[data-ticket-id]', 'data-ticket-id'],
    ['[data-test-id^="ticket-"][data-test-id$="-standard-layout"]', 'data-test-id'],
  ] as const,
  layout: (id: string): Alternatives => [test(`ticket-${id}-standard-layout`)],
  selectedTab: [
    `${test('header-tab')}[aria-current="page"]`,
    `${test('header-tab')}[data-entity-is-selected="true"]`,
    `${test('header-tab')}[aria-selected="true"]`,
  ],
  richComposer: [test('omnicomposer-rich-text-ckeditor')],
  plainComposer: [test('omnicomposer-plain-text-ckeditor')],
  composerFrame: [test('ticket-rich-text-editor'), test('editor-view'), '#editor-view'],
  channelSwitcher: [test('omnichannel-channel-switcher-button')],
  send: [
    test('submit_button-button'),
    '[data-test-id^="submit_button-menu-"]:not([data-test-id="submit_button-menu-button"])',
    test('omnichannel-omnicomposer-send-button'),
  ],
  subject: [`input${test('omni-header-subject')}`, test('omni-header-subject'), test('ticket-pane-subject')],
  log: [test('omni-log-container'), 'section[role="feed"]'],
  logItem: [`article${test('omni-log-comment-item')}`, test('omni-log-comment-item')],
  logSender: [test('omni-log-item-sender')],
  logBubble: [test('omni-log-item-message')],
  logBody: [`${test('omni-log-message-content')} .zd-comment`, test('omni-log-message-content')],
  logInternal: [test('omni-log-internal-note-tag')],
  logAgentBadge: [test('omni-log-avatar-badge-AgentBadge')],
  logTime: ['time[datetime]'],
  showMore: [test('convolog-show-more-button')],
  tag: [test('ticket-system-field-tags-item-selected')],
  requester: [test('ticket-system-field-requester-select')],
} as const;
