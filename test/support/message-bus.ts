type Listener = (...given: never[]) => unknown;

class Listeners {
  readonly all = new Set<Listener>();
  addListener = (listener: Listener) => void this.all.add(listener);
  removeListener = (listener: Listener) => void this.all.delete(listener);
  fire(...given: unknown[]): unknown[] {
    return [...this.all].map((listener) => (listener as (...given: unknown[]) => unknown)(...given));
  }
}

interface Port {
  name: string;
  sender?: object;
  onMessage: Listeners;
  onDisconnect: Listeners;
  postMessage(message: unknown): void;
  disconnect(): void;
}

const home = 'chrome-extension://footnote/';

/**
 * The messages of one extension in one process, as Chromium delivers them: structured copies, later, answered by
 * `sendResponse` with `true` returned. A page left the bus with `cut`; `sender` is what the browser would stamp.
 */
export class MessageBus {
  sender: object = { id: 'footnote', origin: home.slice(0, -1), url: `${home}sidepanel.html` };
  readonly onMessage = new Listeners();
  readonly onConnect = new Listeners();
  private readonly ports: (() => void)[] = [];

  readonly browser = {
    runtime: {
      id: 'footnote',
      getURL: () => home,
      onMessage: this.onMessage,
      onConnect: this.onConnect,
      sendMessage: (message: unknown) => this.send(message),
      lastError: undefined,
    },
    tabs: {
      sendMessage: (_tabId: number, message: unknown) => this.send(message),
      connect: (_tabId: number, { name }: { name: string }) => this.connect(name),
    },
  };

  /** Closes every port from the serving side, as a page does that goes away. */
  cut(): void {
    for (const close of this.ports.splice(0)) close();
  }

  private send(message: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const kept = this.onMessage.fire(structuredClone(message), this.sender, (answer: unknown) =>
        resolve(structuredClone(answer)),
      );
      if (kept.length === 0) reject(new Error('Could not establish connection.'));
      else if (!kept.includes(true)) resolve(undefined);
    });
  }

  private connect(name: string): Port {
    const [near, far] = [this.port(name), this.port(name)];
    let isOpen = true;
    const close = (other: Port): void => {
      if (isOpen) queueMicrotask(() => other.onDisconnect.fire());
      isOpen = false;
    };
    const wire = (from: Port, to: Port): void => {
      from.postMessage = (message) => {
        if (!isOpen) throw new Error('Attempting to use a disconnected port object');
        const copy = structuredClone(message);
        queueMicrotask(() => to.onMessage.fire(copy));
      };
      from.disconnect = () => close(to);
    };
    wire(near, far);
    wire(far, near);
    far.sender = this.sender;
    this.ports.push(() => close(near));
    if (this.onConnect.fire(far).length === 0) close(near);
    return near;
  }

  private port(name: string): Port {
    return {
      name,
      onMessage: new Listeners(),
      onDisconnect: new Listeners(),
      postMessage: () => {},
      disconnect: () => {},
    };
  }
}
