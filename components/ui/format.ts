// Making one of these costs a millisecond and more; a list of sources asks for dozens at every drawing.
const dayAndMonth: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
const dayMonthYear: Intl.DateTimeFormatOptions = { ...dayAndMonth, year: 'numeric' };
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = formats.get(name) ?? new Intl.DateTimeFormat(undefined, options);
  formats.set(name, known);
  return known;
}

/** Short dates and clock times in the browser's language. `at` is ISO 8601 or `YYYY-MM-DD`. */
export function shortDate(at: string, now: number): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  const options = sameYear ? dayAndMonth : dayMonthYear;
  // A calendar date has no time zone: read it as it is written.
  const isCalendarDate = /^\d{4}-\d\d-\d\d$/.test(at);
  const name = `day ${sameYear} ${isCalendarDate}`;
  return formatOf(name, isCalendarDate ? { ...options, timeZone: 'UTC' } : options).format(date);
}

export function clockTime(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime())
    ? at
    : formatOf('clock', { hour: '2-digit', minute: '2-digit' }).format(date);
}

let languageNames: Intl.DisplayNames | null = null;

/** Name of a language in the browser's language, capitalised to stand alone. */
export function languageName(tag: string): string {
  try {
    languageNames ??= new Intl.DisplayNames(undefined, { type: 'language' });
    const name = languageNames.of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase() + name.slice(1);
  } catch {
    // Not a BCP 47 tag: show what the helpdesk said.
    return tag;
  }
}

/**
 * The browser reads its tables of a language with the first value it formats, for 10 to 20 ms in all: done while a ticket
 * is still being read, not while it is drawn, and each in a task of its own. Returns what stops it.
 */
export function warmFormats(): () => void {
  const now = Date.now();
  const at = new Date(now).toISOString();
  const steps = [
    () => shortDate(at, now),
    () => shortDate(at.slice(0, 10), now),
    () => clockTime(at),
    () => languageName('en'),
  ];
  const timers = steps.map((step, index) => setTimeout(step, index));
  return () => timers.forEach(clearTimeout);
}

/** An amount of money to two telling digits: it is an estimate. `currency` is ISO 4217. */
export function money(amount: number, currency: string): string {
  return new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency,
    maximumSignificantDigits: 2,
  }).format(amount);
}

export function listOf(items: readonly string[]): string {
  return new Intl.ListFormat(undefined, { type: 'unit', style: 'short' }).format(items);
}
