import { fold } from './words/fold';
import { lettered } from './words/letters';

export type ValueKind =
  | 'money'
  | 'percent'
  | 'duration'
  | 'date'
  | 'time'
  | 'measure'
  | 'id'
  | 'url'
  | 'email'
  | 'phone'
  | 'number';

/** A figure or name of a text that can be right or wrong. Offsets are UTF-16; `end` is exclusive. */
export interface Value {
  kind: ValueKind;
  start: number;
  end: number;
  text: string;
  /** Equal keys mean the same: `money:EUR:1200.5`, `duration:day:30`. */
  key: string;
  /** Values of one unit can contradict each other: `money:EUR`, `duration:day`. `null`: only equality counts. */
  unit: string | null;
}

const currencies: Record<string, string> = {
  '€': 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  $: 'USD',
  usd: 'USD',
  dollar: 'USD',
  dollars: 'USD',
  us$: 'USD',
  '£': 'GBP',
  gbp: 'GBP',
  pound: 'GBP',
  pounds: 'GBP',
  '¥': 'JPY',
  jpy: 'JPY',
  yen: 'JPY',
  chf: 'CHF',
  franken: 'CHF',
  sek: 'SEK',
  nok: 'NOK',
  dkk: 'DKK',
  pln: 'PLN',
  zł: 'PLN',
  r$: 'BRL',
  brl: 'BRL',
  reais: 'BRL',
  cad: 'CAD',
  aud: 'AUD',
  inr: 'INR',
  '₹': 'INR',
  czk: 'CZK',
};
const units: readonly [string, RegExp][] = [
  ['minute', /^(?:min(?:ute)?[sn]?|minutos?|minuti|minuten)$/u],
  ['hour', /^(?:h|hours?|hrs?|stunden?|std|heures?|horas?|ore|ora|uur|uren)$/u],
  [
    'workday',
    /^(?:(?:business|working|work) days?|werktagen?|arbeitstagen?|jours? ouvr(?:es?|ables?)|dias? (?:habiles|uteis|util|habil|laborables?)|giorni lavorativi|werkdagen)$/u,
  ],
  [
    'day',
    /^(?:(?:calendar |full )?days?|tagen?|tages?|(?:kalender)tagen?|jours?|dias?|giorn[io]|dagen?|dag)$/u,
  ],
  ['week', /^(?:weeks?|wochen?|semaines?|semanas?|settiman[ae]|weken|week)$/u],
  ['month', /^(?:months?|monaten?|monats?|mois|mes(?:es)?|mesi|mese|maand(?:en)?)$/u],
  ['year', /^(?:years?|jahren?|jahres?|ans?|annees?|anos?|anni|anno|jaar|jaren)$/u],
];
const months: Record<string, number> = {};
for (const [index, names] of [
  'january jan januar janvier enero janeiro gennaio januari',
  'february feb februar fevrier febrero fevereiro febbraio februari',
  'march mar marz mars marzo marco maart',
  'april apr avril abril aprile',
  'may mai mayo maio maggio mei',
  'june jun juni juin junio junho giugno',
  'july jul juli juillet julio julho luglio',
  'august aug aout agosto augustus',
  'september sep sept septembre septiembre setembro settembre',
  'october oct oktober okt octobre octubre outubro ottobre',
  'november nov novembre noviembre novembro',
  'december dec dezember dez decembre diciembre dezembro dicembre',
].entries()) {
  for (const name of names.split(' ')) months[name] = index + 1;
}
const numberWords: Record<string, number> = {};
for (const [index, names] of [
  '',
  'one ein einem einen einer eine un une uno una um uma',
  'two zwei deux dos dois duas due twee',
  'three drei trois tres três tre drie',
  'four vier quatre cuatro quatro quattro',
  'five fünf cinq cinco cinque vijf',
  'six sechs seis sei zes',
  'seven sieben sept siete sete sette zeven',
  'eight acht huit ocho oito otto',
  'nine neun neuf nueve nove negen',
  'ten zehn dix diez dez dieci tien',
  'eleven elf onze once undici',
  'twelve zwölf douze doce doze dodici twaalf',
  '',
  'fourteen vierzehn quatorze catorce catorze quattordici veertien',
  'fifteen fünfzehn quinze quince quindici',
].entries()) {
  for (const name of names.split(' ')) if (name !== '') numberWords[fold(name)] = index;
}
for (const [names, value] of [
  ['twenty zwanzig vingt veinte vinte venti', 20],
  ['thirty dreißig trente treinta trinta trenta', 30],
  ['sixty sechzig soixante sesenta sessenta', 60],
  ['ninety neunzig', 90],
] as const) {
  for (const name of names.split(' ')) numberWords[fold(name)] = value;
}

const number = String.raw`\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?`;
const currency = String.raw`US\$|R\$|[€$£¥₹]|(?:EUR|USD|GBP|JPY|CHF|SEK|NOK|DKK|PLN|BRL|CAD|AUD|INR|CZK|zł|euros?|dollars?|pounds?|yen|Franken|reais)(?!\p{L})`;
const wordAlternatives = Object.keys(numberWords).join('|');
const unitAlternatives = String.raw`(?:business|working|work|calendar|full)[ -]days?|jours? ouvr(?:[ée]s?|ables?)|d[ií]as? (?:h[áa]bil(?:es)?|[úu]t(?:eis|il)|laborables?)|giorni lavorativi|[\p{L}]+`;
const monthAlternatives = Object.keys(months)
  .sort((a, b) => b.length - a.length)
  .join('|');

const written: readonly [ValueKind, RegExp][] = [
  ['url', /(?:https?:\/\/|www\.)[^\s<>"'()]+[^\s<>"'().,;:!?]/giu],
  ['email', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu],
  ['date', /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/gu],
  ['date', /(?<![\d.])\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4}|\s?\d{2}(?!\d))?(?!\d)/gu],
  ['date', /(?<![\d/])\d{1,2}\/\d{1,2}\/\d{2,4}(?![\d/])/gu],
  [
    'date',
    new RegExp(
      String.raw`(?<!\p{L})\d{1,2}(?:st|nd|rd|th|\.|º|er)?\s+(?:de |of )?(?:MONTH)(?!\p{L})(?:\.?,?\s+(?:de |del )?\d{4})?|(?<!\p{L})(?:MONTH)\.?\s+\d{1,2}(?:st|nd|rd|th)?(?!\d)(?:,?\s+\d{4})?`.replaceAll(
        'MONTH',
        monthAlternatives,
      ),
      'giu',
    ),
  ],
  [
    'money',
    new RegExp(
      `(?:${currency})\\s?(?:${number})(?![\\d.,]*\\d)|(?<![\\d.,\\p{L}])(?:${number})\\s?(?:${currency})`,
      'giu',
    ),
  ],
  [
    'percent',
    new RegExp(
      `(?<![\\d.,])(?:${number})\\s?(?:%|percent|per cent|prozent|pour cent|por ciento|por cento|procent)`,
      'giu',
    ),
  ],
  [
    'time',
    /(?<![\d:.])\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?(?:uhr|[ap]\.?m\.?))?(?![\d:])|(?<![\d:.])\d{1,2}\s?(?:uhr|[ap]\.?m\.?)(?!\p{L})/giu,
  ],
  [
    'duration',
    new RegExp(
      `(?<![\\p{L}\\d.,])(?:${number}|${wordAlternatives})(?:\\s?(?:-|–|to|bis|à|a|até|or|oder)\\s?(?:${number}|${wordAlternatives}))?[\\s-]+(?:${unitAlternatives})(?!\\p{L})`,
      'giu',
    ),
  ],
  [
    'id',
    /(?<![\p{L}\d])#\s?[A-Z]{0,4}-?\d{3,}(?![\p{L}\d])|(?<![\p{L}\d-])(?=[A-Z\d-]*\d)(?=[A-Z\d-]*[A-Z])[A-Z\d]{2,}(?:-[A-Z\d]+)+(?![\p{L}\d-])|(?<![\p{L}\d])[A-Z]{1,4}\d{4,}(?![\p{L}\d])|(?<![\p{L}\d])[A-Z]{2,4}\d{3}(?![\p{L}\d])|(?<![\p{L}\d_-])(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z\d]{5,}(?![\p{L}\d_-])|(?<![\p{L}\d])[a-z]+(?:_[a-z]+)*_\d{2,}(?![\p{L}\d])|(?<![\p{L}\d])\d{8,}(?![\p{L}\d])/gu,
  ],
  [
    'measure',
    new RegExp(
      `(?<![\\d.,\\p{L}])(?:${number})[\\s-]?(?:kg|g|mm|cm|m|km|l|ml|w|mah|gb|tb|mb|lumens?|°c|inch(?:es)?|ft|feet|lbs?|oz)(?![\\p{L}\\d])`,
      'giu',
    ),
  ],
  ['phone', /(?<![\p{L}\d])\+\d[\d ()/-]{7,16}\d/gu],
  ['number', new RegExp(`(?<![\\p{L}\\d.,#])(?:${number})(?![\\p{L}\\d]|[.,]\\d)`, 'gu')],
];
const patterns = written.map(([kind, pattern]) => [kind, lettered(pattern)] as const);
const amount = lettered(new RegExp(`\\d+(?:[.,]\\d+)?|(?<!\\p{L})(?:${wordAlternatives})(?!\\p{L})`, 'gu'));
const currencySign = lettered(new RegExp(currency, 'iu'));
const lastWords = lettered(/[\s-]((?:\p{L}+)(?:[ -]\p{L}+)?)$/u);
const monthName = lettered(new RegExp(`(?<!\\p{L})(${monthAlternatives})`, 'u'));

/** Every value of a text, in order, none overlapping; the more telling kind wins. */
export function findValues(text: string): Value[] {
  const values: Value[] = [];
  for (const [kind, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (values.some((value) => value.start < end && start < value.end)) continue;
      const read = readValue(kind, match[0]);
      if (read !== null) values.push({ kind, start, end, text: match[0], ...read });
    }
  }
  return values.sort((a, b) => a.start - b.start);
}

/** Small whole numbers that a folded text writes as words. */
export function numberWordsIn(folded: string): number[] {
  return (folded.match(/[a-z]+/gu) ?? []).flatMap((word) => numberWords[word] ?? []);
}

function readValue(kind: ValueKind, text: string): { key: string; unit: string | null } | null {
  switch (kind) {
    case 'url':
      return {
        key: `url:${text
          .toLowerCase()
          .replace(/^https?:\/\/(?:www\.)?|^www\./u, '')
          .replace(/\/$/u, '')}`,
        unit: null,
      };
    case 'email':
      return { key: `email:${text.toLowerCase()}`, unit: null };
    case 'phone':
      return { key: `phone:${text.replace(/\D/gu, '')}`, unit: null };
    case 'id':
      return { key: `id:${text.replace(/[^\p{L}\d]/gu, '').toLowerCase()}`, unit: null };
    case 'date': {
      const date = readDate(text);
      // "35 June" names a day that no source can hold; figures alone may be something else than a date.
      if (date === null)
        return monthName.test(fold(text)) ? { key: `date:none:${fold(text)}`, unit: 'date' } : null;
      return { key: `date:${date}`, unit: 'date' };
    }
    case 'time': {
      const [hours, minutes = '00'] = text.match(/\d+/gu)!;
      const afternoon = /p\.?m/iu.test(text) && Number(hours) < 12 ? 12 : 0;
      return { key: `time:${Number(hours) + afternoon}:${minutes}`, unit: 'time' };
    }
    case 'money': {
      const sign = currencySign.exec(text)![0].toLowerCase();
      const unit = `money:${currencies[sign] ?? sign}`;
      return { key: `${unit}:${readNumber(text.replace(/[^\d.,'’ \u00a0\u202f]/gu, '').trim())}`, unit };
    }
    case 'percent':
      return { key: `percent:${readNumber(text.replace(/[^\d.,]/gu, ''))}`, unit: 'percent' };
    case 'duration': {
      const unit = unitOf(text);
      if (unit === null) return null;
      const amounts = fold(text).match(amount) ?? [];
      const read = amounts.map((part) => numberWords[part] ?? readNumber(part)).join('-');
      return { key: `duration:${unit}:${read}`, unit: `duration:${unit}` };
    }
    case 'measure': {
      const unit = `measure:${text.replace(/[\d.,'’\s-]/gu, '').toLowerCase()}`;
      return { key: `${unit}:${readNumber(text.replace(/[^\d.,]/gu, ''))}`, unit };
    }
    case 'number':
      return { key: `number:${readNumber(text)}`, unit: null };
  }
}

function unitOf(text: string): string | null {
  const words = lastWords.exec(fold(text))?.[1]?.replace('-', ' ');
  if (words === undefined) return null;
  for (const candidate of [words, words.split(' ').at(-1)!]) {
    const unit = units.find(([, pattern]) => pattern.test(candidate))?.[0];
    if (unit !== undefined) return unit;
  }
  return null;
}

/** `1.299,90`, `1,299.90` and `1 299.9` are one number. A single separator before three digits groups thousands. */
function readNumber(text: string): number {
  const plain = text.replace(/['’\s\u00a0\u202f]/gu, '');
  const lastComma = plain.lastIndexOf(',');
  const lastDot = plain.lastIndexOf('.');
  const decimal = Math.max(lastComma, lastDot);
  if (decimal === -1) return Number(plain);
  const both = lastComma !== -1 && lastDot !== -1;
  const repeated = plain.split(plain[decimal]!).length > 2;
  const grouping = !both && (repeated || /^\d{1,3}[.,]\d{3}$/u.test(plain));
  if (grouping) return Number(plain.replace(/[.,]/gu, ''));
  return Number(`${plain.slice(0, decimal).replace(/[.,]/gu, '')}.${plain.slice(decimal + 1)}`);
}

/** `2026-11-03`, or `--11-03` without a year; day first unless the text cannot mean that. */
function readDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (iso) return text;
  const month = monthName.exec(fold(text))?.[1];
  const parts = text.match(/\d+/gu)?.map(Number) ?? [];
  let day: number | undefined;
  let monthNumber: number | undefined;
  let year: number | undefined;
  if (month !== undefined) [day, year, monthNumber] = [parts[0], parts[1], months[month]];
  else [day, monthNumber, year] = parts;
  if (day === undefined || monthNumber === undefined) return null;
  if (month === undefined && text.includes('/') && monthNumber > 12) [day, monthNumber] = [monthNumber, day];
  if (day < 1 || day > 31 || monthNumber < 1 || monthNumber > 12) return null;
  if (year !== undefined && year < 100) year += 2000;
  const rest = `${String(monthNumber).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return year === undefined ? `--${rest}` : `${year}-${rest}`;
}

/** A date without a year agrees with the same day of any year. */
export function isSameValue(a: Value, b: Value): boolean {
  if (a.key === b.key) return true;
  if (a.kind === 'date' && b.kind === 'date') {
    const [one, two] = [a.key.slice(5), b.key.slice(5)];
    return (one.startsWith('--') || two.startsWith('--')) && one.slice(-5) === two.slice(-5);
  }
  // "within 30 days" said as a bare number, or an id that is only digits.
  const bare = (value: Value) =>
    value.key.split(':').at(-1)!.replace(/\D/gu, '') === value.key.split(':').at(-1);
  return (
    (a.kind === 'number' || a.kind === 'id') &&
    (b.kind === 'number' || b.kind === 'id') &&
    bare(a) &&
    bare(b) &&
    a.key.split(':').at(-1) === b.key.split(':').at(-1)
  );
}

/** An amount that a tool answered without a currency is the amount in any. */
export function isAmountOf(plain: Value, paid: Value): boolean {
  return (
    plain.kind === 'number' &&
    paid.kind === 'money' &&
    plain.key.slice('number:'.length) === paid.key.split(':')[2]
  );
}
