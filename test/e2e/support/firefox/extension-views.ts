import type { Browser } from 'puppeteer-core';
import { callText, type SeenPage } from '../headed/contract';
import { until } from '../headed/display';

/** What the protocol shows of the browser's own window when Firefox was started with `--remote-allow-system-access`. */
interface Bidi {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

interface Tree {
  contexts: { context: string; url: string }[];
}

type Evaluated =
  | { type: 'success'; result: { value?: string } }
  | { type: 'exception'; exceptionDetails: { text: string } };

/** Firefox's own words. */
type ViewType = 'sidebar' | 'background' | 'tab';

export interface ExtensionViews {
  sidebar(): Promise<SeenPage | null>;
  /** The one page of ours that is open in a tab. */
  workspace(): Promise<SeenPage | null>;
  background: SeenPage;
}

/**
 * The extension's own pages. The protocol neither lists them nor goes there, but the browser's window knows them and
 * can run a script in their process.
 */
export async function watchExtension(firefox: Browser, extensionId: string): Promise<ExtensionViews> {
  const { connection } = firefox as unknown as { connection: Bidi };
  const windowContext = await findWindow(connection);
  const inWindow = async <A extends unknown[]>(work: (...args: A) => Promise<string>, ...args: A) => {
    const { result } = await connection.send('script.evaluate', {
      expression: callText(work, args),
      target: { context: windowContext },
      awaitPromise: true,
    });
    const answer = result as Evaluated;
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return JSON.parse(answer.result.value ?? 'null');
  };
  const view = (type: ViewType): SeenPage => ({
    evaluate: (work, ...args) =>
      inWindow(evaluateInView, extensionId, type, `${inProcess}`, callText(work, args)),
  });
  const findView = async (type: ViewType) =>
    (await inWindow(hasView, extensionId, type)) ? view(type) : null;
  return {
    sidebar: () => findView('sidebar'),
    workspace: () => findView('tab'),
    background: view('background'),
  };
}

async function findWindow(connection: Bidi): Promise<string> {
  let found: string | undefined;
  await until(async () => {
    const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    found = (result as Tree).contexts.find(({ url }) => url.endsWith('/browser.xhtml'))?.context;
    return found !== undefined;
  });
  return found!;
}

/** What is used of Firefox's insides. These run in its window or in a page's process, so each stands on its own. */
interface View {
  viewType: string;
  xulBrowser: { messageManager: MessageManager };
}
interface MessageManager {
  addMessageListener(topic: string, listener: (message: { data: string }) => void): void;
  loadFrameScript(url: string, allowDelayed: boolean): void;
}
declare const WebExtensionPolicy: {
  getByID(id: string): { extension: { views: Set<View>; wakeupBackground?(): Promise<void> } };
};
declare const Cu: {
  Sandbox(principal: unknown, options: object): object;
  exportFunction(work: (json: string) => void, into: object, options: object): void;
  evalInSandbox(code: string, sandbox: object): void;
};
declare const content: Window;
declare function sendAsyncMessage(topic: string, json: string): void;

async function hasView(extensionId: string, type: string): Promise<string> {
  const { views } = WebExtensionPolicy.getByID(extensionId).extension;
  return JSON.stringify([...views].some(({ viewType }) => viewType === type));
}

async function evaluateInView(
  extensionId: string,
  type: string,
  script: string,
  code: string,
): Promise<string> {
  const { extension } = WebExtensionPolicy.getByID(extensionId);
  // Firefox puts an idle event page to sleep.
  if (type === 'background') await extension.wakeupBackground?.();
  const view = [...extension.views].find(({ viewType }) => viewType === type);
  if (!view) throw new Error(`The extension has no ${type} page open`);
  const topic = `footnote-test:${crypto.randomUUID()}`;
  const { messageManager } = view.xulBrowser;
  const answer = await new Promise<{ json?: string; error?: string }>((resolve, reject) => {
    const watch = setInterval(() => {
      if (extension.views.has(view)) return;
      clearInterval(watch);
      reject(new Error('The page was closed'));
    }, 100);
    messageManager.addMessageListener(topic, ({ data }) => {
      clearInterval(watch);
      resolve(JSON.parse(data));
    });
    const call = `(${script})(${JSON.stringify(topic)}, ${JSON.stringify(code)})`;
    messageManager.loadFrameScript(`data:,${encodeURIComponent(call)}`, false);
  });
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer.json ?? 'null';
}

/** The sandbox is the page's own world in all but name; the page's policy forbids to evaluate text in the page itself. */
function inProcess(topic: string, code: string): void {
  const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
  Cu.exportFunction((json) => sendAsyncMessage(topic, json), sandbox, { defineAs: 'answer' });
  Cu.evalInSandbox(
    `(async () => ${code})().then(
      (value) => answer(JSON.stringify({ json: JSON.stringify(value) })),
      (error) => answer(JSON.stringify({ error: String(error) })),
    )`,
    sandbox,
  );
}
