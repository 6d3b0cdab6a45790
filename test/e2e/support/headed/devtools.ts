import { callText, type SeenPage } from './contract';

/**
 * A small client of the browser's debugging protocol. Not Playwright's: that one makes every page believe that it has
 * the focus, and the focus is what is tested here.
 */
export interface Devtools {
  targets(): Promise<Target[]>;
  attach(target: Target): Promise<DevtoolsPage>;
  close(): void;
}

export interface Target {
  targetId: string;
  type: string;
  url: string;
}

export interface DevtoolsPage extends SeenPage {
  send(method: string, params?: object): Promise<unknown>;
}

interface Message {
  id?: number;
  method?: string;
  params?: { sessionId?: string };
  result?: unknown;
  error?: { message: string };
}

interface Evaluated {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

export async function connectDevtools(url: string): Promise<Devtools> {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`No debugging connection to ${url}`));
  });
  const waiting = new Map<number, { sessionId: string | undefined; settle(message: Message): void }>();
  let count = 0;

  const end = (sessionId: string | null, why: string) => {
    for (const each of waiting.values())
      if (sessionId === null || each.sessionId === sessionId) each.settle({ error: { message: why } });
  };
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.settle(message);
    const sessionId = message.params?.sessionId;
    if (message.method === 'Target.detachedFromTarget' && sessionId) end(sessionId, 'The page was closed');
  };
  socket.onclose = () => end(null, 'The browser was closed');

  const send = (method: string, params: object = {}, sessionId?: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = (count += 1);
      const settle = (message: Message) => {
        waiting.delete(id);
        if (message.error) reject(new Error(`${method}: ${message.error.message}`));
        else resolve(message.result);
      };
      waiting.set(id, { sessionId, settle });
      socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }));
    });

  return {
    async targets() {
      const { targetInfos } = (await send('Target.getTargets')) as { targetInfos: Target[] };
      return targetInfos;
    },
    async attach({ targetId }) {
      const { sessionId } = (await send('Target.attachToTarget', { targetId, flatten: true })) as {
        sessionId: string;
      };
      return {
        send: (method, params) => send(method, params, sessionId),
        async evaluate(work, ...args) {
          const answer = (await send(
            'Runtime.evaluate',
            { expression: callText(work, args), awaitPromise: true, returnByValue: true },
            sessionId,
          )) as Evaluated;
          const thrown = answer.exceptionDetails;
          if (thrown) throw new Error(thrown.exception?.description ?? thrown.text);
          return answer.result.value as never;
        },
      };
    },
    close: () => socket.close(),
  };
}
