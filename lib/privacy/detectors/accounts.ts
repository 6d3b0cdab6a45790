import type { Finding } from '../finding';
import { anyOf, before, type Clues } from './matches';

const ibanStart = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?=[ .-]?[A-Z0-9]{2})/giu;
const ibanCue = /iban[\p{L}\s]{0,12}[:=#]?\s*$/iu;

/** As many letters and digits as the country's IBANs have, however they are parted, whose check digits fit. */
export function findIbans(text: string, { checks }: Clues): Finding[] {
  const found: Finding[] = [];
  for (const { index, 0: head } of text.matchAll(ibanStart)) {
    const length = checks.ibanLength(head.slice(0, 2).toUpperCase());
    if (length === null) continue;
    let end = index;
    let value = '';
    while (value.length < length && end < text.length) {
      const sign = text[end]!;
      if (/[A-Z0-9]/iu.test(sign)) value += sign;
      else if (!/[ .\u00a0-]/u.test(sign) || /[ .\u00a0-]/u.test(text[end - 1]!)) break;
      end += 1;
    }
    if (value.length < length || /[A-Z0-9]/iu.test(text[end] ?? '')) continue;
    if (checks.isIban(value.toUpperCase()) || ibanCue.test(before(text, index)))
      found.push({ type: 'IBAN', start: index, end });
  }
  return found;
}

const digitRun = /(?<![\d#]|\d[.,])\d(?:[ .\u00a0-]?\d){11,18}(?![ .-]?\d)/gu;
const cardCue = new RegExp(
  `(?<!\\p{L})(?:${anyOf('card|visa|mastercard|master card|amex|american express|maestro|discover|diners|jcb|unionpay|karte|kreditkarte|kartennummer|carte|cb|tarjeta|carta|cartão|cartao|kaart|creditcard|karta|karty|kartę|kort|kortti|kártya|kart|kartı|карта|карты|κάρτα|カード|卡')})[^\\d]{0,24}$`,
  'iu',
);
const otherCue = new RegExp(
  `(?<!\\p{L})(?:${anyOf('gtin|ean|upc|isbn|imei|sku|serial|serial no|seriennummer|tracking|sendung\\p{L}*|parcel|paket\\p{L}*|colis|envío|order|bestell\\p{L}*|auftrag\\p{L}*|commande|pedido|ordine|encomenda|zamówieni\\p{L}*|invoice|rechnung\\p{L}*|facture|factura|fattura|fatura|ref|reference')})[^\\d]{0,14}$`,
  'iu',
);

/** Luhn and a scheme's first digits and length; behind the word for a card any such run of digits. */
export function findCards(text: string): Finding[] {
  const found: Finding[] = [];
  for (const { index, 0: run } of text.matchAll(digitRun)) {
    const digits = run.replace(/\D/gu, '');
    const cue = before(text, index);
    const isCued = cardCue.test(cue) && !otherCue.test(cue);
    const fits = isLuhn(digits) && isOfScheme(digits) && !otherCue.test(cue) && isGroupedLikeCard(run.trim());
    if (fits || isCued) found.push({ type: 'CARD', start: index, end: index + run.length });
  }
  return found;
}

/** Issuer ranges of ISO/IEC 7812 as the schemes publish them. */
const schemes: readonly [prefix: RegExp, lengths: readonly number[]][] = [
  [/^4/u, [13, 16, 18, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/u, [16]],
  [/^3[47]/u, [15]],
  [/^3(?:0[0-59]|[689])/u, [14, 15, 16, 17, 18, 19]],
  [/^35(?:2[89]|[3-8])/u, [16, 17, 18, 19]],
  [/^(?:1800|2131)/u, [15]],
  [/^(?:6011|64[4-9]|65|62|8[12]|60|508|220[0-4])/u, [16, 17, 18, 19]],
  [/^(?:50|5[6-9]|6)/u, [12, 13, 14, 15, 16, 17, 18, 19]],
];

function isOfScheme(digits: string): boolean {
  return schemes.some(([prefix, lengths]) => prefix.test(digits) && lengths.includes(digits.length));
}

function isGroupedLikeCard(run: string): boolean {
  const groups = run.split(/\D/u).map((group) => group.length);
  if (groups.length === 1) return true;
  const all = groups.join(' ');
  return /^4 [456] [45]$|^4 4 4 4(?: [1-4])?$|^4 4 4 [1-3]$|^4 4 4$|^6 \d{1,2}$|^4 \d{1,2}$|^8 8$/u.test(all);
}

function isLuhn(digits: string): boolean {
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
