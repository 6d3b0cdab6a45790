import type { Article } from './article';

/** Dates of a case as `YYYY-MM-DD` in the store's time zone; `null` when the ticket does not tell. */
export interface CaseDates {
  readonly today: string;
  readonly orderDate: string | null;
  readonly deliveryDate: string | null;
}

/** Published, and the date lies in `validFrom`..`validUntil`, both ends included. ISO dates compare as text. */
export function isInForce(
  article: Pick<Article, 'status' | 'validFrom' | 'validUntil'>,
  date: string,
): boolean {
  if (article.status !== 'published') return false;
  if (article.validFrom !== null && date < article.validFrom) return false;
  return article.validUntil === null || date <= article.validUntil;
}

/** The date that counts for this article; `null` when it hangs on a date that the ticket does not tell. */
export function dateThatCounts(article: Pick<Article, 'dateBasis'>, dates: CaseDates): string | null {
  if (article.dateBasis === 'order-date') return dates.orderDate;
  if (article.dateBasis === 'delivery-date') return dates.deliveryDate;
  return dates.today;
}

/** `unclear`: it has bounds, and the date that counts is not known. */
export function validityFor(
  article: Pick<Article, 'status' | 'validFrom' | 'validUntil' | 'dateBasis'>,
  dates: CaseDates,
): 'in-force' | 'not-in-force' | 'unclear' {
  const date = dateThatCounts(article, dates);
  const isOpen = article.validFrom === null && article.validUntil === null;
  if (date === null && !isOpen && article.status === 'published') return 'unclear';
  return isInForce(article, date ?? dates.today) ? 'in-force' : 'not-in-force';
}

export type VerificationState = 'verified' | 'due' | 'never';

/** State of the verification on a day. Without an interval a verification never falls due. */
export function verificationState(article: Pick<Article, 'verification'>, date: string): VerificationState {
  const verification = article.verification;
  if (verification === null) return 'never';
  const dueOn = verificationDueOn(article);
  return dueOn !== null && date >= dueOn ? 'due' : 'verified';
}

/** First day on which the article must be verified again, or `null` when nothing asks for it. */
export function verificationDueOn(article: Pick<Article, 'verification'>): string | null {
  const verification = article.verification;
  if (verification === null || verification.everyDays === null) return null;
  return addDays(verification.at.slice(0, 10), verification.everyDays);
}

/**
 * Calendar arithmetic on `YYYY-MM-DD`, proleptic Gregorian, by day numbers counted from 0000-03-01 so that the leap
 * day is the last of its year (Howard Hinnant, "chrono-compatible low-level date algorithms").
 */
export function addDays(date: string, days: number): string {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: string, b: string): number {
  return toDayNumber(b) - toDayNumber(a);
}

function toDayNumber(date: string): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear =
    Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra;
}

function fromDayNumber(number: number): string {
  const era = Math.floor(number / 146_097);
  const dayOfEra = number - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted + (shifted < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
