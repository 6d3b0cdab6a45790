/**
 * ISO 8601 with offset from the forms that helpdesks send: with and without fraction, with a space for the `T`, and
 * without an offset, which means UTC (a bare `new Date` would read it as local time). `null` for anything else.
 */
export function toIsoDate(value: string | null): string | null {
  if (value === null) return null;
  const found = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|[+-]\d\d:?\d\d)?)?$/.exec(
    value.trim(),
  );
  if (!found) return null;
  const [, day = '', time = '00:00:00', offset = 'Z'] = found;
  const fraction = time.replace(/(\.\d{3})\d+$/, '$1');
  const iso = `${day}T${fraction.length === 5 ? `${fraction}:00` : fraction}${offset.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`;
  return Number.isNaN(Date.parse(iso)) ? null : iso;
}
