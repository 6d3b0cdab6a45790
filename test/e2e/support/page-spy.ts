import type { BrowserContext, Page } from '@playwright/test';

/** What a script of the helpdesk's page could read of the extension, from its first moment on. */
export interface Overheard {
  /** Texts and attributes of elements that came into the document, outside the reply box. */
  seen: string[];
  /** Names of custom elements in the document. */
  foreign: string[];
  /** Details of the events between the content script and the page's own world. */
  events: string[];
  /** `message` events of the window. */
  messages: string[];
  /** Names of our kind on the window. */
  globals: string[];
}

/** Listens in the page's own world. Call before the page is opened. */
export async function overhear(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    if (!/^https:/.test(location.href)) return;
    const heard = {
      seen: [] as string[],
      foreign: [] as string[],
      events: [] as string[],
      messages: [] as string[],
    };
    (window as unknown as { heard: typeof heard }).heard = heard;
    const isEditor = (node: Node) =>
      (node instanceof Element ? node : node.parentElement)?.closest('[contenteditable], textarea') != null;
    const note = (node: Node) => {
      if (isEditor(node)) return;
      heard.seen.push(node instanceof Element ? node.outerHTML : (node.textContent ?? ''));
      if (!(node instanceof Element)) return;
      for (const each of [node, ...node.querySelectorAll('*')])
        if (each.localName.includes('-')) heard.foreign.push(`${each.localName} ${each.shadowRoot === null}`);
    };
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        if (type === 'childList') for (const node of addedNodes) note(node);
        else note(target);
      }
    }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    for (const name of ['footnote:put', 'footnote:done'])
      document.addEventListener(
        name,
        (event) => heard.events.push(String((event as CustomEvent).detail)),
        true,
      );
    window.addEventListener('message', (event) => heard.messages.push(JSON.stringify(event.data)));
  });
}

export function overheard(page: Page): Promise<Overheard> {
  return page.evaluate(() => ({
    ...(window as unknown as { heard: Omit<Overheard, 'globals'> }).heard,
    globals: Object.keys(window).filter((name) => /footnote/i.test(name)),
  }));
}
