import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A recording of every request the browser made, from whichever page, worker or script: Chromium writes it itself.
 * Read it after the browser was closed.
 */
export function createNetLog() {
  const file = join(mkdtempSync(join(tmpdir(), 'footnote-netlog-')), 'netlog.json');
  return {
    args: [`--log-net-log=${file}`],
    /**
     * Hosts that pages, scripts and workers asked for, with how many requests each. What the browser itself asks
     * for (its own updates, sign-in, autofill) names no origin as its initiator and does not count. Throws when
     * nothing was recorded.
     */
    hosts(): Map<string, number> {
      const hosts = new Map<string, number>();
      for (const { params } of readEvents(file)) {
        const { url, initiator } = params ?? {};
        if (typeof url !== 'string' || !/^(https?|wss?):/.test(url)) continue;
        if (typeof initiator !== 'string' || !/^(https?|chrome-extension):/.test(initiator)) continue;
        const { host } = new URL(url);
        hosts.set(host, (hosts.get(host) ?? 0) + 1);
      }
      if (hosts.size === 0) throw new Error(`${file} holds no request: nothing was recorded`);
      return hosts;
    },
  };
}

interface NetEvent {
  params?: { url?: unknown; initiator?: unknown };
}

function readEvents(file: string): NetEvent[] {
  const text = readFileSync(file, 'utf8');
  try {
    return (JSON.parse(text) as { events: NetEvent[] }).events;
  } catch {
    // A browser that was closed in a hurry leaves the last bracket out.
    return (JSON.parse(`${text.trimEnd().replace(/,$/, '')}]}`) as { events: NetEvent[] }).events;
  }
}
