/** Judges that need tables: loaded once, when the first ticket is opened, so that no page pays for them before. */
export interface Checks {
  /** Whether a run of digits is a number that can be called; `country` is ISO 3166 for numbers without `+`. */
  isPhone(text: string, country: string | null): boolean;
  isIban(text: string): boolean;
}

export async function loadChecks(): Promise<Checks> {
  const [phones, ibans] = await Promise.all([import('libphonenumber-js/min'), import('ibantools')]);
  return {
    isPhone(text, country) {
      const parsed = phones.parsePhoneNumberFromString(
        text,
        country === null ? undefined : (country as 'US'),
      );
      return parsed?.isPossible() === true && (text.trim().startsWith('+') || parsed.isValid());
    },
    isIban: (text) => ibans.isValidIBAN(ibans.electronicFormatIBAN(text) ?? ''),
  };
}
