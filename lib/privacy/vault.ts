import type { Ticket } from '@/lib/ticket/ticket';
import type { Checks } from './checks';
import { detectNumbers, detectPeople } from './detect';
import { type Finding, type MaskType, maskTypes, neverRestored, withoutOverlaps } from './finding';
import { createPeopleFinder } from './people';

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
  /** The same value gets the same placeholder in every text of this ticket. */
  mask(text: string): MaskedText;
  /** Puts values back exactly; passwords, cards and keys stay masked, unknown placeholders stay as they are. */
  restore(text: string, write?: (value: string) => string): string;
  /** How many values of each type were taken out so far. */
  counts(): Partial<Record<MaskType, number>>;
}

/** Anything that could be taken for a placeholder. Ours have the form `[PERSON_1]`. */
const placeholderPattern = new RegExp(`\\[(${maskTypes.join('|')})_(\\d+)\\]`, 'gu');

/** One per ticket, kept in this browser: it alone knows which placeholder stands for what. */
export function createVault(ticket: Ticket, checks: Checks): Vault {
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

  return {
    mask(text) {
      const lookalikes = [...text.matchAll(placeholderPattern)].map(
        (match): Finding => ({ type: 'TEXT', start: match.index, end: match.index + match[0].length }),
      );
      const findings = withoutOverlaps(text, [
        ...lookalikes,
        ...detectNumbers(text, clues),
        ...findPeople(text),
        ...detectPeople(text, clues),
      ]);
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
      return text.replace(placeholderPattern, (placeholder, type: MaskType) => {
        const value = neverRestored.includes(type) ? undefined : values.get(placeholder);
        return value === undefined ? placeholder : write(value);
      });
    },
    counts: () => ({ ...counters }),
  };
}

/** ISO 3166 country of the customer, for numbers written without country code. */
function countryOf(ticket: Ticket): string | null {
  return /^[a-z]{2,3}[-_]([A-Z]{2})$/u.exec(ticket.customer.locale ?? '')?.[1] ?? null;
}
