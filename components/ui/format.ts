/** Short dates and clock times in the browser's language. `at` is ISO 8601 or `YYYY-MM-DD`. */
export function shortDate(at: string, now: number): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  const options: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  };
  // A calendar date has no time zone: read it as it is written.
  return new Intl.DateTimeFormat(
    undefined,
    /^\d{4}-\d\d-\d\d$/.test(at) ? { ...options, timeZone: 'UTC' } : options,
  ).format(date);
}

export function clockTime(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime())
    ? at
    : new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(date);
}

/** Name of a language in the browser's language, capitalised to stand alone. */
export function languageName(tag: string): string {
  try {
    const name = new Intl.DisplayNames(undefined, { type: 'language' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase() + name.slice(1);
  } catch {
    // Not a BCP 47 tag: show what the helpdesk said.
    return tag;
  }
}

export function listOf(items: readonly string[]): string {
  return new Intl.ListFormat(undefined, { type: 'unit', style: 'short' }).format(items);
}
