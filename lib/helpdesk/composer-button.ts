import type { HelpdeskPage } from './page-contract';

/** Side of the button in CSS pixels, the least that a pointer can be asked to hit. */
const sizePx = 24;
const insetPx = 6;
/** The helpdesk moves and redraws its reply box as it likes; the button follows this often. */
const followMs = 250;

export interface ComposerButton {
  /** Tooltip and accessible name. */
  label: string;
  onPress(): void;
}

const css = `
:host { all: initial; position: fixed; z-index: 2147483000; display: none; color-scheme: light dark; }
button { all: unset; box-sizing: border-box; width: ${sizePx}px; height: ${sizePx}px; display: grid; place-items: center;
  border: 1px solid light-dark(#1b1e2b, #e8e9f0); border-radius: 6px; cursor: pointer;
  background: light-dark(#fff, #16181f); color: light-dark(#1b1e2b, #e8e9f0); font: 600 15px/1 system-ui, sans-serif; }
button:hover { background: light-dark(#eef0f6, #262a36); }
button:focus-visible { outline: 2px solid light-dark(#1b1e2b, #e8e9f0); outline-offset: 2px; }
`;

/**
 * The one thing that Footnote draws on the helpdesk's page: a small button over the corner of the reply box. It hangs
 * under `body` in a shadow root of its own, since what is put into the helpdesk's own nodes is lost with each redraw.
 */
export function mountComposerButton(
  page: Document,
  helpdesk: HelpdeskPage,
  button: ComposerButton,
  signal: AbortSignal,
): void {
  const host = page.createElement('footnote-button');
  // Closed: scripts of the page have no business inside.
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const control = page.createElement('button');
  control.type = 'button';
  control.title = button.label;
  control.setAttribute('aria-label', button.label);
  control.textContent = '¹';
  control.addEventListener('click', (event) => {
    // A click made by a script of the page must not open anything.
    if (event.isTrusted) button.onPress();
  });
  // The agent's caret stays in the reply box.
  control.addEventListener('mousedown', (event) => event.preventDefault());
  root.append(control);

  const follow = (): void => {
    const open = helpdesk.findOpenTicket(page, new URL(page.location.href));
    const anchor = open.kind === 'ticket' ? helpdesk.findComposerAnchor(page, open.ticketId) : null;
    const box = anchor?.getBoundingClientRect();
    const isRoomy = box !== undefined && box.width > 4 * sizePx && box.bottom > 0 && box.top < innerHeight;
    if (isRoomy && !host.isConnected) page.body.append(host);
    host.style.display = isRoomy ? 'block' : 'none';
    if (!isRoomy) return;
    host.style.left = `${Math.min(box.right, innerWidth) - sizePx - insetPx}px`;
    host.style.top = `${Math.max(box.top, 0) + insetPx}px`;
  };
  const timer = setInterval(() => {
    if (!page.hidden) follow();
  }, followMs);
  page.addEventListener('scroll', follow, { capture: true, passive: true, signal });
  window.addEventListener('resize', follow, { passive: true, signal });
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    host.remove();
  });
  follow();
}
