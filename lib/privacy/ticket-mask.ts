import type { Ticket } from '@/lib/ticket/ticket';
import { type Checks, loadChecks } from './checks';
import { mayBecomePlaceholder } from './placeholder';
import { createVault, type MaskOptions, type Vault } from './vault';

/** What drafting needs of a vault (`Mask` in lib/draft/pipeline). */
export interface TicketMask {
  readonly vault: Vault;
  /** Does the work of masking these texts beforehand. */
  prepare(text: string): void;
  mask(text: string): string;
  createRestorer(): { append(chunk: string): string; end(): string };
}

let checks: Promise<Checks> | null = null;

/** Loads the tables once per page; call it when a ticket opens, not when the key is pressed. */
export async function createTicketMask(ticket: Ticket, options?: MaskOptions): Promise<TicketMask> {
  checks ??= loadChecks();
  const vault = createVault(ticket, await checks, options);
  return {
    vault,
    prepare: vault.prepare,
    mask: (text) => vault.mask(text).text,
    createRestorer: () => createRestorer(vault),
  };
}

/** Longest placeholder that can still be unfinished: `[ DATE_OF_BIRTH_9999 ]`. */
const longestPlaceholder = 24;
/** Brackets and words at the end of a text that may be half a placeholder. */
const lastWords =
  /(?:\\?[[(<{【]\s?[A-Z\\ _-]*\d{0,4}\s?\\?|(?<![\p{L}\p{N}_])[A-Z]+(?:\\?[_-]?[A-Z]*){0,3}\d{0,4})$/iu;

/** Restores a text that grows; half a placeholder waits for its other half. Values become words, never marks. */
export function createRestorer(vault: Vault, write: (value: string) => string = escapeMarks) {
  let held = '';
  return {
    append(chunk: string): string {
      const text = held + chunk;
      const [half = ''] = lastWords.exec(text.slice(-longestPlaceholder)) ?? [];
      const open = text.length - (mayBecomePlaceholder(half) ? half.length : 0);
      held = text.slice(open);
      return vault.restore(text.slice(0, open), write);
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
