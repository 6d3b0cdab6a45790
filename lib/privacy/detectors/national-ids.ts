import type { NationalId } from '../checks';
import type { Finding } from '../finding';
import { anyOf, before, type Clues, findAll } from './matches';

/** Written in a way that little else is, and proven by check digits, letters or dates: found without a word for it. */
const shapes: readonly [id: NationalId, pattern: RegExp][] = [
  ['BR.cpf', /(?<![\d.-])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\d-])/gu],
  ['US.ssn', /(?<![\d.#-])\d{3}-\d{2}-\d{4}(?![\d-])/gu],
  ['GB.nino', /(?<![A-Z\d])[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![A-Z\d])/giu],
  ['IT.codicefiscale', /(?<![A-Z\d])[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?![A-Z\d])/giu],
  ['ES.dni', /(?<![A-Z\d-])\d{8}[ -]?[A-Z](?![A-Z\d])/gu],
  ['ES.nie', /(?<![A-Z\d-])[XYZ][ -]?\d{7}[ -]?[A-Z](?![A-Z\d])/gu],
  ['FR.nir', /(?<![\d-])[12] ?\d{2} ?\d{2} ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}(?!\d)/gu],
  ['FI.hetu', /(?<!\d)\d{6}[-+A]\d{3}[\dA-FHJ-NPR-Y](?![A-Z\d])/gu],
  ['SE.personnummer', /(?<!\d)(?:\d{2})?\d{6}[-+]\d{4}(?!\d)/gu],
  ['DK.cpr', /(?<!\d)\d{6}-\d{4}(?!\d)/gu],
  ['IS.kennitala', /(?<!\d)\d{6}-\d{4}(?!\d)/gu],
  ['CZ.rc', /(?<!\d)\d{6}\/\d{3,4}(?!\d)/gu],
  ['BE.nn', /(?<!\d)\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}(?!\d)/gu],
  ['CH.ssn', /(?<!\d)756\.\d{4}\.\d{4}\.\d{2}(?!\d)/gu],
  ['CL.rut', /(?<![\d.])\d{1,2}\.\d{3}\.\d{3}-[\dK](?![A-Z\d])/giu],
  ['AR.cuit', /(?<!\d)\d{2}-\d{8}-\d(?!\d)/gu],
  ['MX.curp', /(?<![A-Z\d])[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d(?![A-Z\d])/gu],
  ['IN.aadhaar', /(?<![\d-] ?)[2-9]\d{3} \d{4} \d{4}(?! ?\d)/gu],
  ['IN.pan', /(?<![A-Z\d-])[A-Z]{3}[PCHABGJLFT][A-Z]\d{4}[A-Z](?![A-Z\d])/gu],
];

const cue = anyOf(
  "tax id|tax id number|tax identification number|tax number|tax no|tin|itin|taxpayer id|national id|national id number|national identity number|national insurance number|national insurance no|nino|ni number|identity number|identity card|id card|id card number|id number|personal id|personal number|personal identification number|social security|social security number|social security no|social insurance number|ssn|ssn no|sin number|sin|passport|passport number|passport no|driver license|driver's license|drivers license|driving licence|driving license|driver's license number|driving licence number|license number|licence number|resident permit|steuer-?id|steuer-?nummer|steueridentifikationsnummer|steuerliche identifikationsnummer|idnr\\.?|personalausweis|ausweisnummer|ausweis|personalausweisnummer|reisepass|passnummer|reisepassnummer|führerschein|führerscheinnummer|sozialversicherungsnummer|svnr|rentenversicherungsnummer|numéro fiscal|numéro de sécurité sociale|numéro de sécu|sécurité sociale|nir|insee|carte d[’']identité|numéro de passeport|passeport|permis de conduire|siren|siret|dni|nie|nif|cif|nif/nie|número de identificación|número fiscal|seguridad social|cédula|cedula|curp|rfc|rut|run|cuit|cuil|pasaporte|carnet de conducir|cpf|cnpj|rg|contribuinte|número de contribuinte|cartão de cidadão|cnh|passaporte|codice fiscale|partita iva|p\\. ?iva|carta d[’']identità|passaporto|patente|bsn|burgerservicenummer|sofinummer|rijbewijs|paspoort|paspoortnummer|rijksregisternummer|rrn|pesel|nip|regon|dowód|dowodu|numer dowodu|paszport|numer paszportu|rodné číslo|rč|občanský průkaz|personnummer|samordningsnummer|cpr|cpr-nummer|cpr-nr|fødselsnummer|kennitala|hetu|henkilötunnus|sotu|személyi szám|adóazonosító|tc kimlik|tc kimlik no|kimlik no|kimlik|cnp|cod numeric personal|oib|jmbg|emšo|egn|егн|afm|αφμ|amka|αμκα|isikukood|asmens kodas|personas kods|инн|снилс|паспорт|aadhaar|aadhar|pan card|pan number|abn|tfn|tax file number|vat id|vat number|vat no|vat reg no|ust-?id(?:nr)?\\.?|umsatzsteuer-id|tva|numéro de tva|btw|btw-nummer|iva|ein|pps|ppsn|pps number|my number|マイナンバー|身份证|身份证号|주민등록번호",
);
const link =
  '(?:\\s*(?:number|num\\.?|no\\.?|nr\\.?|n[°ºo]\\.?|nummer|número|numéro|numero|numer|id|code|is|ist|est|es|è|é|er|är|on|card|:|=|#|-|–|\\(|the|my)(?![\\p{L}])\\s*){0,4}\\s*[\'"“„]?';
/** Letters and digits in up to seven groups; at least five of them, and digits among them. */
const value =
  '((?=(?:[\\s./-]?\\p{L}){0,8}[\\s./-]?\\d)[\\p{L}\\d]{1,20}(?:[ .\\/-](?=[A-Z\\d.\\/-]*\\d|[A-Z](?![\\p{L}]))[A-Z\\d]{1,12}){0,6}[+-]?)';
const cued = new RegExp(`(?<![\\p{L}])(?:${cue})(?![\\p{L}])${link}${value}(?![\\p{L}\\d])`, 'giu');

export function findNationalIds(text: string, { checks }: Clues): Finding[] {
  const found = findAll(text, 'NATIONAL_ID', cued, (value) => {
    const signs = value.replace(/[^\p{L}\d]/gu, '');
    return signs.length >= 5 && signs.length <= 24 && (value.match(/\d/gu)?.length ?? 0) >= 3;
  });
  if (!/\d/u.test(text)) return found;
  for (const [id, pattern] of shapes) {
    for (const match of text.matchAll(pattern)) {
      if (isOrder(before(text, match.index, 24)) || !checks.isNationalId(id, match[0])) continue;
      found.push({ type: 'NATIONAL_ID', start: match.index, end: match.index + match[0].length });
    }
  }
  return found;
}

function isOrder(cue: string): boolean {
  return /(?:order|bestell\p{L}*|commande|pedido|ordine|tracking|sku|serial|ref|invoice|part)\W{0,3}(?:no|nr|number|id|is)?\W{0,3}$/iu.test(
    cue,
  );
}
