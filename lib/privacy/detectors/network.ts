import type { Finding } from '../finding';
import { before, findAll } from './matches';

const email = /[\p{L}\p{N}](?:[\p{L}\p{N}._%+'-]*[\p{L}\p{N}_+-])?@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const spelledEmail =
  /[\p{L}\p{N}][\p{L}\p{N}._%+-]*\s?[[({<]\s?(?:at|@|ät)\s?[\])}>]\s?[\p{L}\p{N}-]+(?:(?:\.|\s?[[({<]\s?(?:dot|punkt|\.)\s?[\])}>]\s?)[\p{L}\p{N}-]+)+/giu;

export function findEmails(text: string): Finding[] {
  const found = text.includes('@')
    ? findAll(text, 'EMAIL', email, (_, { index }) => !/:\/\/\S*$/u.test(before(text, index, 60)))
    : [];
  return [...found, ...(/[[({<]/u.test(text) ? findAll(text, 'EMAIL', spelledEmail) : [])];
}

const ipv4 = /(?<![\d.vV])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d]|\.\d)/gu;
const colons = /(?<![\p{L}\p{N}:.])[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:.]*(?:%[\w]+)?(?![\p{L}\p{N}:])/giu;
const version = /(?:version|firmware|release|build|update|v|ver|sdk|ios|android)[.:]?\s*$/iu;

export function findIps(text: string): Finding[] {
  const found = findAll(text, 'IP', ipv4, (_, { index }) => !version.test(before(text, index, 12)));
  for (const { index, 0: run } of text.matchAll(colons)) {
    const value = run.replace(/[.:]$/u, (end) => (run.endsWith('::') ? end : ''));
    if (isIpv6(value)) found.push({ type: 'IP', start: index, end: index + value.length });
  }
  return found;
}

/** RFC 4291: eight groups of up to four hexadecimal digits, one run of zero groups left out, the last two as IPv4. */
function isIpv6(value: string): boolean {
  const [address = ''] = value.split('%');
  const halves = address.split('::');
  if (halves.length > 2 || !/[0-9a-f]/iu.test(address)) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const isMapped = /^(?:\d{1,3}\.){3}\d{1,3}$/u.test(groups.at(-1) ?? '');
  const plain = isMapped ? groups.slice(0, -1) : groups;
  if (!plain.every((group) => /^[0-9a-f]{1,4}$/iu.test(group))) return false;
  const count = plain.length + (isMapped ? 2 : 0);
  return halves.length === 2 ? count >= 1 && count <= 7 && address.length > 4 : count === 8;
}
