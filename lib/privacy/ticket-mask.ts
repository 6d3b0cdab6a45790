import type { Ticket } from '@/lib/ticket/ticket';
import { type Checks, loadChecks } from './checks';
import { createVault, type Vault } from './vault';

/** What drafting needs of a vault (`Mask` in lib/draft/pipeline). */
export interface TicketMask {
  readonly vault: Vault;
  mask(text: string): string;
  createRestorer(): { append(chunk: string): string; end(): string };
}

let checks: Promise<Checks> | null = null;

/** Loads the tables once per page; call it when a ticket opens, not when the key is pressed. */
export async function createTicketMask(ticket: Ticket): Promise<TicketMask> {
  checks ??= loadChecks();
  const vault = createVault(ticket, await checks);
  return {
    vault,
    mask: (text) => vault.mask(text).text,
    createRestorer: () => createRestorer(vault),
  };
}

/** Longest placeholder that can still be unfinished: `[PASSWORD_9999]`. */
const longestPlaceholder = 18;

/** Restores a text that grows; half a placeholder waits for its other half. Values become words, never marks. */
export function createRestorer(vault: Vault, write: (value: string) => string = escapeMarks) {
  let held = '';
  return {
    append(chunk: string): string {
      const text = held + chunk;
      const open = text.lastIndexOf('[');
      const isHalf =
        open !== -1 && text.length - open < longestPlaceholder && /^\[[A-Z_]*\d*$/u.test(text.slice(open));
      held = isHalf ? text.slice(open) : '';
      return vault.restore(isHalf ? text.slice(0, open) : text, write);
    },
    end(): string {
      const rest = held;
      held = '';
      return vault.restore(rest, write);
    },
  };
}

/** A name like `*x*` or `[1]` must not be read as Markdown or as a footnote. */
function escapeMarks(value: string): string {
  return value.replace(/[\\`*_[\]<]/gu, '\\$&');
}
