import { parse } from 'yaml';
import english from '../../locales/en.yml?raw';

/**
 * Stands for `#i18n` outside the extension: reads the same locale file, with the same plural and `$1` rules as
 * @wxt-dev/i18n. An unknown key throws: a missing string is a bug.
 */
const messages = flatten(parse(english));

type Substitutions = readonly (string | number)[];

function t(key: string, ...args: (number | Substitutions)[]): string {
  const message = messages.get(key);
  if (message === undefined) throw new Error(`No string for "${key}" in locales/en.yml`);
  const count = args.find((arg) => typeof arg === 'number');
  const substitutions =
    args.find((arg): arg is Substitutions => Array.isArray(arg)) ?? (count === undefined ? [] : [count]);
  return plural(message, count).replaceAll(/\$(\d)/g, (_whole, digit: string) =>
    String(substitutions[Number(digit) - 1] ?? ''),
  );
}

export const i18n = { t };

export function messageKeys(): string[] {
  return [...messages.keys()];
}

function plural(message: string, count: number | undefined): string {
  if (count === undefined) return message;
  const forms = message.split(' | ');
  if (forms.length === 1) return message;
  const index = forms.length === 2 ? (count === 1 ? 0 : 1) : count === 0 || count === 1 ? count : 2;
  return forms[index] ?? message;
}

function flatten(node: unknown, path = ''): Map<string, string> {
  if (typeof node !== 'object' || node === null) return new Map([[path, String(node)]]);
  const entries = Object.entries(node);
  if (entries.every(([key]) => key === 'n' || /^\d+$/.test(key)))
    return new Map([[path, entries.map(([, value]) => value).join(' | ')]]);
  return new Map(
    entries.flatMap(([key, value]) => [...flatten(value, path === '' ? key : `${path}.${key}`)]),
  );
}
