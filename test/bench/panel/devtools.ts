/**
 * A small client of the browser's debugging protocol with events, for measuring: it can stop a page that is about to
 * be born, so that observers stand before its first line runs. Nothing of a test framework sits in between.
 */
export interface Session {
  send<T = unknown>(method: string, params?: object): Promise<T>;
  on<T>(event: string, listener: (params: T) => void): void;
  /** Runs `work` in the page's own world. It sees only its arguments; these and its result go through JSON. */
  evaluate<A extends unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
}

export interface Target {
  targetId: string;
  type: string;
  url: string;
}

export interface Devtools extends Session {
  /** The session that the browser opened by itself for a new target, or one made by `attach`. */
  session(sessionId: string): Session;
  attach(target: Target): Promise<Session>;
  close(): void;
}

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  sessionId?: string;
  result?: unknown;
  error?: { message: string };
}

interface Evaluated {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

/** Source text of a call of `work` that runs where no compiler's helpers are. */
export function callText(work: (...args: never[]) => unknown, ...args: unknown[]): string {
  return `((__name) => (${work})(${args.map((arg) => JSON.stringify(arg)).join(',')}))((each) => each)`;
}

export async function connectDevtools(url: string): Promise<Devtools> {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`No debugging connection to ${url}`));
  });
  const waiting = new Map<number, (message: Message) => void>();
  const listeners = new Map<string, ((params: never) => void)[]>();
  let count = 0;

  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    if (message.method === undefined) return;
    for (const listen of listeners.get(`${message.sessionId ?? ''} ${message.method}`) ?? []) {
      listen(message.params as never);
    }
  };
  socket.onclose = () => {
    for (const settle of [...waiting.values()]) settle({ error: { message: 'The browser was closed' } });
  };

  const sessionOf = (sessionId?: string): Session => {
    const send = <T>(method: string, params: object = {}) =>
      new Promise<T>((resolve, reject) => {
        const id = (count += 1);
        waiting.set(id, ({ error, result }) => {
          waiting.delete(id);
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result as T);
        });
        socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }));
      });
    return {
      send,
      on(event, listener) {
        const key = `${sessionId ?? ''} ${event}`;
        listeners.set(key, [...(listeners.get(key) ?? []), listener as never]);
      },
      async evaluate(work, ...args) {
        const { result, exceptionDetails } = await send<Evaluated>('Runtime.evaluate', {
          expression: callText(work, ...args),
          awaitPromise: true,
          returnByValue: true,
        });
        if (exceptionDetails)
          throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return result.value as never;
      },
    };
  };

  return {
    ...sessionOf(),
    session: sessionOf,
    async attach({ targetId }) {
      const params = { targetId, flatten: true };
      const { sessionId } = await sessionOf().send<{ sessionId: string }>('Target.attachToTarget', params);
      return sessionOf(sessionId);
    },
    close: () => socket.close(),
  };
}
