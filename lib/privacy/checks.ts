/** Judges that need tables: loaded once, when the first ticket is opened, so that no page pays for them before. */
export interface Checks {
  /** Whether a run of digits is a number that can be called; `country` is ISO 3166 for numbers without `+`. */
  isPhone(text: string, country: string | null): boolean;
  /** Digits of a number without the code of its country, for numbers with `+`; `null`: none is known. */
  nationalNumber(text: string): string | null;
  /** The two check digits; what a bank adds inside its own part is not looked at. */
  isIban(text: string): boolean;
  /** Letters and digits of an IBAN of this country (ISO 3166); `null`: it has none. */
  ibanLength(country: string): number | null;
  /** Check digits, letters and dates of a country's number for people, e.g. `BR` `cpf`. */
  isNationalId(id: NationalId, text: string): boolean;
  /** Whether a word, in lower case, is a first name and hardly anything else. */
  isFirstName(word: string): boolean;
}

export async function loadChecks(): Promise<Checks> {
  const [phones, ibans, ids, names] = await Promise.all([
    import('libphonenumber-js/min'),
    import('ibantools'),
    import('./national-id-checks'),
    import('./first-names'),
  ]);
  const { WrongIBANChecksum, ChecksumNotNumber, NoIBANCountry, WrongBBANLength } = ibans.ValidationErrorsIBAN;
  const fatal = [WrongIBANChecksum, ChecksumNotNumber, NoIBANCountry, WrongBBANLength];
  const firstNames = new Set(names.firstNames.split(' '));
  return {
    isPhone(text, country) {
      const parsed = phones.parsePhoneNumberFromString(
        text,
        country === null ? undefined : (country as 'US'),
      );
      return parsed?.isPossible() === true && (text.trim().startsWith('+') || parsed.isValid());
    },
    nationalNumber: (text) => phones.parsePhoneNumberFromString(text)?.nationalNumber ?? null,
    isIban: (text) => {
      const { errorCodes } = ibans.validateIBAN(text);
      return !errorCodes.some((code) => fatal.includes(code));
    },
    ibanLength: (country) => ibans.countrySpecs[country as 'DE']?.chars ?? null,
    isNationalId: (id, text) => ids.nationalIdChecks[id](text).isValid,
    isFirstName: (word) => firstNames.has(word),
  };
}

export type NationalId = keyof typeof import('./national-id-checks').nationalIdChecks;
