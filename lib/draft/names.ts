const titles = /^(?:mr|mrs|ms|miss|dr|prof|herr|frau|m|mme|mlle|sr|sra|srta|dona|don)\.?$/iu;

/** First name as one would greet with it, or `null` when the name does not look like a person's. */
export function givenName(name: string | null | undefined): string | null {
  const clean = name?.trim() ?? '';
  if (clean === '' || /[@\d_/<>{}[\]]/u.test(clean) || clean.length > 80) return null;
  // "Lee, Ann": family name first.
  const ordered = /^[^,]+,\s*[^,]+$/u.test(clean) ? clean.split(',')[1]!.trim() : clean;
  const parts = ordered.split(/\s+/u).filter((part) => !titles.test(part));
  const first = parts[0];
  if (first === undefined || !/^[\p{L}\p{M}'’.-]{2,30}$/u.test(first)) return null;
  // East Asian names are written family name first and greeted whole.
  if (/[\p{Script=Han}\u3040-\u30ff\p{Script=Hangul}]/u.test(ordered)) return ordered;
  return first === first.toUpperCase() && first.length > 2 ? first[0] + first.slice(1).toLowerCase() : first;
}
