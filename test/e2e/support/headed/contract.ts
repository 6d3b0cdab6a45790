import type { Display } from './display';

/** A page that a test looks into. What it does there is done by keys and mouse. */
export interface SeenPage {
  /** Runs `work` in the page's own world. It sees only its arguments; these and its result go through JSON. */
  evaluate<A extends unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
}

/** A visible browser with the production build, as a person sits before it. */
export interface HeadedBrowser {
  display: Display;
  keys: BrowserKeys;
  /** The one tab. */
  tab: SeenPage;
  goTo(url: string): Promise<void>;
  /** The extension's service worker or event page. */
  background: SeenPage;
  /** The true side panel or sidebar, when it is open. */
  findPanel(): Promise<SeenPage | null>;
  /** A real click on the middle of an element of the tab. */
  click(selector: string): Promise<void>;
  /** The same in the panel, on the first of those elements that says `words`. */
  clickPanel(selector: string, words?: string): Promise<void>;
  close(): Promise<void>;
}

export interface BrowserKeys {
  /** The extension's commands, as the manifest suggests them. */
  draft: string;
  insert: string;
}

/** A call of `work` as text. A compiler that keeps names calls `__name` around each inner function; pages have none. */
export function callText(work: (...args: never[]) => unknown, args: readonly unknown[]): string {
  return `((__name) => (${work})(...${JSON.stringify(args)}))((each) => each)`;
}
