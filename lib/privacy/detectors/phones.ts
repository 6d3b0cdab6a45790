import type { Finding } from '../finding';
import { anyOf, before, type Clues, wideLetters } from './matches';

const number = new RegExp(
  `(?<!(?![${wideLetters}])[\\p{L}\\d#.,/+-]|#\\s)(?:\\+\\s?|00)?\\(?\\d[\\d \\u00a0()./-]{5,20}\\d(?:\\s?(?:x|ext\\.?|extension|durchwahl|poste|int\\.?)\\s?\\d{1,6})?(?!(?![${wideLetters}])\\p{L}|\\d|[.,-]\\d)`,
  'giu',
);
/** In these scripts a word is told by its letters alone. */
const wideCue =
  /(?:电话|電話|手机|手機|携帯|ケータイ|連絡先|联系|聯絡|전화|휴대폰|연락처|핸드폰|โทร|เบอร์|هاتف|جوال|رقمي|טלפון|נייד)[^\d\n+(]{0,12}[+(]*$/u;
const cueBefore = new RegExp(
  `(?<!\\p{L})(?:${anyOf('phone|phone number|phone no|mobile|cell|cellphone|desk|office|home|work|call|call me|calling|calls|call back|tel|telephone|telefon|telefone|teléfono|telefono|téléphone|telefoon|telefonu|telefonnummer|handy|handynummer|mobil|mobilnummer|mobiel|rufnummer|nummer unter|erreichen|erreichbar|anrufen|rufen|portable|appel|appeler|appelez|appelle|joindre|joignable|ll[aá]m\\p{L}*|móvil|movil|celular|cel|telemóvel|ligue|ligar|cellulare|chiam\\p{L}*|bel|bellen|dzwoni\\p{L}*|zadzwo\\p{L}*|komórk\\p{L}*|ring|ringa|ringe|soita|puhelin|numero|zavolej\\p{L}*|hív\\p{L}*|ara\\p{L}*|whats ?app|fax|reach me|reach|contact|sms|text me|signal|телефон|звон\\p{L}*|τηλ\\p{L}*')})(?!\\p{L})[^\\d\\n]{0,34}$`,
  'iu',
);
const cueBehind =
  /^[\s,;(-]{0,3}(?:office|fax|mobile|cell|home|work|desk|phone|tel|handy|mobil|büro|bureau|portable|móvil|oficina|ufficio|casa)(?!\p{L})/iu;
const link = '[.:#\\s]*(?:(?:is|ist|es|est|è|é|was|no|nr|number|id|nummer)(?!\\p{L}))?[.:#\\s]*$';
const goodsCue = new RegExp(
  `(?<!\\p{L})(?:${anyOf('order|orders|bestell\\p{L}*|auftrag\\p{L}*|commande|pedido|ordine|encomenda|zamówieni\\p{L}*|objednávk\\p{L}*|tracking|track|sendung\\p{L}*|sku|gtin|ean|serial|art|artikel\\p{L}*|article|ref|reference|invoice|rechnung\\p{L}*|facture|factura|fattura|parcel|paket\\p{L}*|ticket|case')})${link}`,
  'iu',
);
const numberCue = new RegExp(`(?:(?<!\\p{L})(?:number|nummer|nr|n[°ºo]|no|code)|#)${link}`, 'iu');

export function findPhones(text: string, clues: Clues): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(number)) {
    if (isPhone(text, match, clues))
      found.push({ type: 'PHONE', start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function isPhone(text: string, match: RegExpExecArray, { checks, country }: Clues): boolean {
  const [plain = ''] = match[0].split(/[a-z]/iu);
  const value = plain.trim();
  const digits = value.replace(/\D/gu, '');
  if (digits.length < 7 || digits.length > 15) return false;
  // Dates and ranges are written with the same signs.
  if (/^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:\D|$)/u.test(value)) return false;
  const cue = before(text, match.index, 48);
  const isCued =
    cueBefore.test(cue) || wideCue.test(cue) || cueBehind.test(text.slice(match.index + match[0].length));
  if (goodsCue.test(cue) || (numberCue.test(cue) && !isCued)) return false;
  const international = value.startsWith('00') ? `+${value.slice(2)}` : value.replace(/^\+\s/u, '+');
  if (international.startsWith('+')) return checks.isPhone(international, null) || isCued;
  if (isCued) return true;
  const isSpelledLikeOne = /[\s()/.-]/u.test(value) && (digits.startsWith('0') || value.startsWith('('));
  const hasExtension = plain.length < match[0].length;
  if (!isSpelledLikeOne && !hasExtension) {
    // Three groups as North America writes them, where nothing else says what it is.
    return /^\d{3}[ .-]\d{3}[ .-]\d{4}$/u.test(value) && checks.isPhone(value, country ?? 'US');
  }
  return country !== null ? checks.isPhone(value, country) || digits.length >= 9 : digits.length >= 9;
}
