import type { Checks } from './checks';
import type { Finding, MaskType } from './finding';

const email = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const apiKey =
  /(?<![A-Za-z0-9])(?:(?:sk|pk|rk)[-_](?:[a-z]+[-_])*[A-Za-z0-9_-]{16,}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|AKIA[0-9A-Z]{16}|xox[abprs]-[A-Za-z0-9-]{10,}|AIza[\w-]{30,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{5,}|shp(?:at|ss|ca|pa)_[a-fA-F0-9]{20,})/gu;
const secretCue =
  /(?<!\p{L})(?:pass(?:word|code|phrase|wort)?|pwd|kennwort|zugangscode|mot de passe|contraseña|clave|senha|palavra-passe|wachtwoord|hasło|pin(?: ?code)?|cv[vc]2?|security code|prüfziffer|kartenprüfnummer|cryptogramme|código de seguran[çz]a|código de seguridad)(?!\p{L})(?:\s+(?:on it|for it|dafür|dazu|code))?\s*(?:(?:is|was|ist|war|lautet|est|es|é|era|:|=|->|–)\s*){1,2}["'“”„«`]?([^\s"'“”„«»`]{3,64})/giu;
/** Sentences about passwords, not passwords. */
const notSecret =
  /^(?:not|no|the|a|wrong|incorrect|invalid|expired|correct|gone|lost|still|never|always|required|nicht|falsch|abgelaufen|ungültig|das|der|incorrecte?|perdue?|incorrecta?|errada|inválid[ao]|set|too|being|missing|what|for|to|in|on|my|your|unknown|protected)[.,!?]?$/iu;
const ipv4 = /(?<![\d.vV])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)/gu;
const ipv6 =
  /(?<![\p{L}\p{N}:])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![\p{L}\p{N}:])|(?<![\p{L}\p{N}:])(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}(?![\p{L}\p{N}:])/giu;
const iban = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{2,4}){3,8}(?![A-Z0-9])/giu;
const card = /(?<![\d#])(?:\d[ -]?){12,18}\d(?!\d)/gu;
const phone = /(?<![\p{L}\d#.,/-])(?:\+|00)?\(?\d[\d\s()./-]{6,18}\d(?![\p{L}\d]|[.,-]\d)/gu;
const phoneCue =
  /(?:phone|mobile|cell|call(?: me)?|tel(?:efon|éfono|efone|ephone)?|handy|mobil|rufnummer|erreichen|portable|appel|ll[aá]m\p{L}*|móvil|celular|whats ?app|fax|ring|reach me|contact)[^\d\n]{0,30}$/iu;

/** What can be told from the text alone. Order numbers, tracking numbers, SKUs, prices, dates and versions stay. */
export function detect(text: string, checks: Checks, country: string | null): Finding[] {
  const found: Finding[] = [];
  const all = (type: MaskType, pattern: RegExp, accept: (match: RegExpExecArray) => boolean = () => true) => {
    for (const match of text.matchAll(pattern))
      if (accept(match)) found.push({ type, start: match.index, end: match.index + match[0].length });
  };
  for (const match of text.matchAll(secretCue)) {
    const value = match[1]!.replace(/[.,;!?)]+$/u, '');
    if (notSecret.test(value) || value.length < 3) continue;
    const start = match.index + match[0].length - match[1]!.length;
    found.push({ type: 'PASSWORD', start, end: start + value.length });
  }
  all('API_KEY', apiKey);
  all('EMAIL', email);
  for (const match of text.matchAll(iban)) {
    const value = trimToIban(match[0], checks);
    if (value !== null) found.push({ type: 'IBAN', start: match.index, end: match.index + value.length });
  }
  all('CARD', card, (match) => isCardNumber(match[0]));
  all(
    'IP',
    ipv4,
    (match) => !/(?:version|firmware|v)\s*$/iu.test(text.slice(Math.max(0, match.index - 12), match.index)),
  );
  all('IP', ipv6, (match) => match[0].length > 6);
  all('PHONE', phone, (match) => isPhone(text, match, checks, country));
  return found;
}

/** Words after an IBAN look like more of it: shortened from the right until the check digits fit. */
function trimToIban(text: string, checks: Checks): string | null {
  for (let value = text; value.length >= 15; value = value.replace(/[ -]?[A-Z0-9]+$/iu, '')) {
    if (checks.isIban(value.replace(/[ -]/gu, '').toUpperCase())) return value;
    if (!/[ -]/u.test(value)) return null;
  }
  return null;
}

/** Luhn, and a first digit that card schemes use; of longer numbers one in ten passes Luhn by chance. */
function isCardNumber(text: string): boolean {
  const digits = text.replace(/\D/gu, '');
  if (!/^(?:4|5[0-8]|2[2-7]|3[0-9]|6)/u.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    let digit = Number(digits[digits.length - 1 - index]);
    if (index % 2 === 1) {
      digit *= 2;
      if (digit > 9) digit -= 9;
    }
    sum += digit;
  }
  return sum % 10 === 0;
}

function isPhone(text: string, match: RegExpExecArray, checks: Checks, country: string | null): boolean {
  const value = match[0];
  const digits = value.replace(/\D/gu, '');
  if (digits.length < 7 || digits.length > 15 || /\n/u.test(value)) return false;
  // Dates and ranges are written with the same signs.
  if (/^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:\D|$)/u.test(value)) return false;
  const before = text.slice(Math.max(0, match.index - 48), match.index);
  if (
    /(?:order|bestell\p{L}*|commande|pedido|encomenda|tracking|sendung\p{L}*|sku|art(?:ikel)?|ref(?:erence)?|invoice|rechnung\p{L}*|number|nummer|nr|n[°ºo]|code|parcel|paket|#)[.:#\s]*(?:is|ist|es|est)?[:\s]*$/iu.test(
      before,
    ) &&
    !phoneCue.test(before)
  )
    return false;
  const international = value.startsWith('00') ? `+${value.slice(2)}` : value;
  if (international.startsWith('+')) return checks.isPhone(international, null);
  const isSpelledLikeOne =
    /[\s()/-]/u.test(value.trim()) && (digits.startsWith('0') || value.startsWith('('));
  if (!phoneCue.test(before) && !isSpelledLikeOne) return false;
  return country !== null
    ? checks.isPhone(value, country) || phoneCue.test(before)
    : phoneCue.test(before) || digits.length >= 9;
}
