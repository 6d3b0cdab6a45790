import type { ComposerMode } from '../contract';
import { modeOfLabel } from '../note-words';
import type { ComposerElement } from '../page-contract';
import { allMatches, firstMatch, isVisible } from '../select';
import { findShownPane } from './open-ticket';
import { zendeskSelectors } from './selectors';

/** Values of `data-channel` that reach the customer. */
const publicChannels = [
  'web',
  'email',
  'native_messaging',
  'messaging',
  'sms',
  'chat',
  'whatsapp',
  'facebook',
];

/**
 * Only an editor that carries the omnicomposer's test id and lies in the open ticket's own pane. A side conversation's
 * editor lies in the same pane without it; hidden panes have one each.
 */
export function findComposer(page: Document, ticketId: string): ComposerElement {
  const pane = findShownPane(page, ticketId);
  if (!pane) return { found: false, reason: 'missing' };
  const rich = allMatches(pane, zendeskSelectors.richComposer, isVisible)?.elements ?? [];
  const plain = allMatches(pane, zendeskSelectors.plainComposer, isVisible)?.elements ?? [];
  const [element, ...rest] = [...rich, ...plain].map(toEditable).filter((each) => each !== null);
  if (!element) return { found: false, reason: 'missing' };
  if (rest.some((each) => each !== element)) return { found: false, reason: 'several' };
  return { found: true, element, ...readMode(pane), format: plain.length > 0 ? 'plain' : 'rich' };
}

/** Some pages put the test id on the editable itself, some on a box around it. */
function toEditable(element: HTMLElement): HTMLElement | null {
  if (element.hasAttribute('contenteditable') || element.tagName === 'TEXTAREA') return element;
  return element.querySelector<HTMLElement>('[contenteditable], textarea');
}

function readMode(pane: HTMLElement): { mode: ComposerMode; modeLabel: string | null } {
  const switcher = firstMatch(pane, zendeskSelectors.channelSwitcher, isVisible);
  if (!switcher) return { mode: 'unknown', modeLabel: null };
  const label = (switcher.getAttribute('aria-label') ?? switcher.textContent).trim() || null;
  const channel = switcher.getAttribute('data-channel');
  if (channel === 'internal') return { mode: 'internal', modeLabel: label };
  const byLabel = label === null ? null : modeOfLabel(label);
  // A label that says "internal" beside a public channel is a contradiction, and none of us to solve.
  if (channel !== null && publicChannels.includes(channel)) {
    return { mode: byLabel === 'internal' ? 'unknown' : 'public', modeLabel: label };
  }
  return { mode: byLabel ?? 'unknown', modeLabel: label };
}
