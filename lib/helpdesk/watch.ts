import type { OpenTicket } from './contract';
import type { HelpdeskPage } from './page-contract';

export type PageEvent =
  | { type: 'open'; open: OpenTicket }
  | { type: 'activity'; ticketId: string }
  | { type: 'submitted'; ticketId: string };

/** The Navigation API where the browser has it; the rest of its surface is not used. */
type WithNavigation = Window & { navigation?: EventTarget };

/** Address and pane do not change at the same moment; only a lasting disagreement is worth telling. */
const disagreementMs = 1_000;
/** For browsers without the Navigation API: the page's own `pushState` cannot be seen from here. */
const pollMs = 500;
/** Helpdesks redraw without pause; looking more often only costs. Well below the promised 300 ms. */
const throttleMs = 150;

/**
 * Tells which ticket is open, now and after each change, and hints when its conversation changed or the agent sent.
 * Observes the page only while `signal` lives.
 */
export function watchPage(
  page: Document,
  helpdesk: HelpdeskPage,
  tell: (event: PageEvent) => void,
  signal: AbortSignal,
): void {
  let told: string | null = null;
  let mark = '';
  let disagreeSince: number | null = null;
  let address = '';
  let timer: ReturnType<typeof setTimeout> | null = null;

  const look = (): void => {
    timer = null;
    if (signal.aborted) return;
    address = page.location.href;
    const open = helpdesk.findOpenTicket(page, new URL(address));
    if (open.kind === 'ambiguous') {
      disagreeSince ??= performance.now();
      const leftMs = disagreeSince + disagreementMs - performance.now();
      if (leftMs > 0) {
        schedule(Math.min(leftMs, throttleMs));
        return;
      }
    } else {
      disagreeSince = null;
    }
    const key = JSON.stringify(open);
    if (key !== told) {
      // After a switch the conversation of the ticket before may still be drawn: the mark is taken a little later.
      const isSwitch = told !== null;
      told = key;
      mark = open.kind === 'ticket' && !isSwitch ? helpdesk.conversationMark(page, open.ticketId) : '';
      tell({ type: 'open', open });
      if (isSwitch) schedule(throttleMs);
    } else if (open.kind === 'ticket') {
      const now = helpdesk.conversationMark(page, open.ticketId);
      // The first mark after navigation is the conversation being drawn, not a change.
      if (mark !== '' && now !== '' && now !== mark) tell({ type: 'activity', ticketId: open.ticketId });
      if (now !== '') mark = now;
    }
  };
  const schedule = (ms: number): void => {
    timer ??= setTimeout(look, ms);
  };
  const lookNow = (): void => {
    if (timer !== null) clearTimeout(timer);
    look();
  };

  const onSend = (event: Event): void => {
    const open = helpdesk.findOpenTicket(page, new URL(page.location.href));
    if (open.kind !== 'ticket' || !(event.target instanceof Element)) return;
    const isSend = event instanceof KeyboardEvent ? isSendKey(event) : helpdesk.isSendControl(event.target);
    if (isSend) tell({ type: 'submitted', ticketId: open.ticketId });
  };

  const observer = new MutationObserver(() => schedule(throttleMs));
  observer.observe(page, {
    subtree: true,
    childList: true,
    attributeFilter: [
      'aria-current',
      'data-entity-is-selected',
      'data-is-active',
      'style',
      'class',
      'hidden',
    ],
  });
  const poll = setInterval(() => {
    if (page.location.href !== address) lookNow();
  }, pollMs);
  const { defaultView } = page;
  (defaultView as WithNavigation | null)?.navigation?.addEventListener('currententrychange', lookNow, {
    signal,
  });
  defaultView?.addEventListener('popstate', lookNow, { signal });
  page.addEventListener('click', onSend, { capture: true, passive: true, signal });
  page.addEventListener('keydown', onSend, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearInterval(poll);
    if (timer !== null) clearTimeout(timer);
  });
  look();
}

/** Enter sends in chat composers, Ctrl or Cmd with Enter in others, Ctrl Alt S and its kin in Zendesk. */
function isSendKey(event: KeyboardEvent): boolean {
  if (event.key === 'Enter') return !event.shiftKey && !event.isComposing;
  return event.ctrlKey && event.altKey && /^[souphd]$/i.test(event.key);
}
