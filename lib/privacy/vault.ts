import type { Ticket } from '@/lib/ticket/ticket';
import type { Checks } from './checks';
import { detectNumbers, detectPeople } from './detect';
import { findOrders } from './detectors/orders';
import { type Finding, type MaskType, neverRestored, withoutOverlaps } from './finding';
import { createPeopleFinder } from './people/find-people';
import { placeholderPattern, straightened } from './placeholder';

export interface MaskedText {
  text: string;
  /** Where the placeholders stand in `text`, and what type they are. */
  spans: readonly {
    type: MaskType;
    placeholder: string;
    start: number;
    end: number;
    /** Where the value stood in the text before. */
    from: number;
    to: number;
  }[];
}

export interface Vault {
  /** Looks for what is private, so that masking the same text later costs nothing. */
  prepare(text: string): void;
  /** The same value gets the same placeholder in every text of this ticket. */
  mask(text: string): MaskedText;
  /**
   * Puts values back exactly, also where a model bent the placeholder (`[person 1]`, `PERSON_1`). Passwords, cards and
   * keys stay masked; invented placeholders stay as they are, for `findPlaceholders` to tell.
   */
  restore(text: string, write?: (value: string) => string): string;
  /** What a placeholder of ours stands for; `null`: none of ours, or never to be seen again. */
  valueBehind(placeholder: string): string | null;
  /** How many values of each type were taken out so far. */
  counts(): Partial<Record<MaskType, number>>;
}

export interface MaskOptions {
  /** Names of orders stay here as well; by default they are sent, since a model can say more with them. */
  readonly orderNames: boolean;
}

/** One per ticket, kept in this browser: it alone knows which placeholder stands for what. */
export function createVault(
  ticket: Ticket,
  checks: Checks,
  { orderNames }: MaskOptions = { orderNames: false },
): Vault {
  const placeholders = new Map<string, string>();
  const values = new Map<string, string>();
  const counters: Partial<Record<MaskType, number>> = {};
  const findPeople = createPeopleFinder(ticket);
  const clues = { checks, country: countryOf(ticket) };

  function placeholderFor(type: MaskType, value: string): string {
    // The exact spelling is the key: "Nora" and "NORA" must both come back as they were.
    const key = `${type}:${value}`;
    const known = placeholders.get(key);
    if (known !== undefined) return known;
    const number = (counters[type] ?? 0) + 1;
    counters[type] = number;
    const placeholder = `[${type}_${number}]`;
    placeholders.set(key, placeholder);
    values.set(placeholder, value);
    return placeholder;
  }

  /** Texts of a ticket are masked again for each draft; what was found in them stays. */
  const seen = new Map<string, readonly Finding[]>();
  function findingsIn(text: string): readonly Finding[] {
    const known = seen.get(text);
    if (known) return known;
    const lookalikes = [...text.matchAll(placeholderPattern)].map(
      (match): Finding => ({ type: 'TEXT', start: match.index, end: match.index + match[0].length }),
    );
    const found = withoutOverlaps(text, [
      ...lookalikes,
      ...detectNumbers(text, clues),
      ...findPeople(text),
      ...detectPeople(text, clues),
      ...(orderNames ? findOrders(text, ticket.orders) : []),
    ]);
    seen.set(text, found);
    return found;
  }

  return {
    prepare: (text) => void findingsIn(text),
    mask(text) {
      const findings = findingsIn(text);
      let out = '';
      let at = 0;
      const spans: MaskedText['spans'][number][] = [];
      for (const { type, start, end } of findings) {
        const placeholder = placeholderFor(type, text.slice(start, end));
        out += text.slice(at, start);
        spans.push({
          type,
          placeholder,
          start: out.length,
          end: out.length + placeholder.length,
          from: start,
          to: end,
        });
        out += placeholder;
        at = end;
      }
      return { text: out + text.slice(at), spans };
    },
    restore(text, write = (value) => value) {
      return text.replace(placeholderPattern, (found) => {
        const placeholder = straightened(found);
        if (placeholder === null) return found;
        const value = neverRestored.includes(placeholder.type) ? undefined : values.get(placeholder.text);
        return value === undefined ? found : write(value);
      });
    },
    valueBehind: (placeholder) =>
      neverRestored.some((type) => placeholder.startsWith(`[${type}_`))
        ? null
        : (values.get(placeholder) ?? null),
    counts: () => ({ ...counters }),
  };
}

/** ISO 3166 country of the customer, for numbers written without country code. */
function countryOf(ticket: Ticket): string | null {
  return /^[a-z]{2,3}[-_]([A-Z]{2})$/u.exec(ticket.customer.locale ?? '')?.[1] ?? null;
}
