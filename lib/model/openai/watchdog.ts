export interface Watchdog {
  /** Fires when the caller aborts or when nothing was fed for the time set. */
  readonly signal: AbortSignal;
  feed(): void;
  hasFired(): boolean;
  stop(): void;
}

/**
 * Aborts a request that went silent. The SDK's own time-out ends with the headers: a stream that stalls after them
 * hangs for ever (seen with 7.57.0).
 */
export function createWatchdog(silenceMs: number, signal: AbortSignal): Watchdog {
  const controller = new AbortController();
  let fired = false;
  const bark = () => {
    fired = true;
    controller.abort();
  };
  let timer = setTimeout(bark, silenceMs);
  return {
    signal: AbortSignal.any([controller.signal, signal]),
    feed() {
      clearTimeout(timer);
      if (!fired) timer = setTimeout(bark, silenceMs);
    },
    hasFired: () => fired,
    stop() {
      clearTimeout(timer);
      // Leaving early must reach the wire.
      controller.abort();
    },
  };
}
