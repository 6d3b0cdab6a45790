import { fold } from '../words/fold';

/**
 * Words of closed vocabularies: of a thing one of them is true and the others are not. Facts and replies name them in
 * many languages, so "schwarz" of an order line is "black" of a reply.
 */
export interface Term {
  kind: TermKind;
  /** One word per meaning: `grey` for "gray", "grau", "gris". */
  name: string;
  /** UTF-16 offsets in the text. */
  start: number;
  end: number;
}

export type TermKind = 'colour' | 'payment' | 'fare' | 'tier' | 'size';

/** `weiss~` takes German endings; forms are folded. */
const table: Record<TermKind, Record<string, string>> = {
  colour: {
    black:
      'black|schwarz~|noir|noire|noirs|noires|negro|negra|negros|negras|preto|preta|pretos|pretas|nero|nera|neri|nere|zwart|zwarte',
    white:
      'white|weiss~|blanc|blanche|blancs|blanches|blanco|blanca|blancos|blancas|branco|branca|brancos|brancas|bianco|bianca|bianchi|bianche|wit|witte',
    grey: 'grey|gray|grau~|gris|grise|grises|cinza|cinzento|cinzenta|grigio|grigia|grigi|grigie|grijs|grijze',
    red: 'red|rot~|rouge|rouges|rojo|roja|rojos|rojas|vermelho|vermelha|vermelhos|vermelhas|rosso|rossa|rossi|rosse|rood|rode',
    blue: 'blue|blau~|bleu|bleue|bleus|bleues|azul|azules|azuis|blu|blauw|blauwe',
    green: 'green|grun~|vert|verte|verts|vertes|verde|verdes|verdi|groen|groene',
    yellow:
      'yellow|gelb~|jaune|jaunes|amarillo|amarilla|amarillos|amarillas|amarelo|amarela|amarelos|amarelas|giallo|gialla|gialli|gialle|geel|gele',
    orange: 'orange|orangefarben~|naranja|naranjas|laranja|arancione|oranje',
    purple:
      'purple|violet|lila|violett~|violette|violettes|morado|morada|morados|moradas|violeta|roxo|roxa|roxos|roxas|viola|paars|paarse',
    pink: 'pink|rosa|rosafarben~|roze',
    brown: 'brown|braun~|marron|marrons|marrones|castanho|castanha|marrom|marrone|bruin|bruine',
    beige: 'beige',
    navy: 'navy',
    turquoise: 'turquoise|turkis~|turquesa|turchese|turkoois|teal',
    gold: 'gold|golden~|dorado|dorada|dourado|dourada|dorato|dorata|goud|gouden',
    silver:
      'silver|silbern~|silber|argente|argentee|plateado|plateada|prateado|prateada|argento|argentato|zilver',
  },
  payment: {
    paypal: 'paypal',
    visa: 'visa',
    mastercard: 'mastercard',
    amex: 'amex|american express',
    klarna: 'klarna',
    'apple pay': 'apple pay|applepay',
    'google pay': 'google pay|googlepay',
    'gift card':
      'gift card|gift cards|giftcard|geschenkkarte|geschenkkarten|carte cadeau|cartes cadeaux|tarjeta regalo|tarjeta de regalo|cartao presente|carta regalo|cadeaubon|cadeaukaart',
    'credit card':
      'credit card|credit cards|creditcard|kreditkarte|carte de credit|carte bancaire|tarjeta de credito|cartao de credito|carta di credito',
    'debit card':
      'debit card|debitkarte|carte de debit|tarjeta de debito|cartao de debito|carta di debito|pinpas',
    'bank transfer':
      'bank transfer|wire transfer|uberweisung|bankuberweisung|virement|virement bancaire|transferencia bancaria|bonifico|overschrijving',
  },
  fare: {
    'basic economy': 'basic economy',
    'premium economy': 'premium economy',
    economy: 'economy|economy class|turista|classe economica|clase economica',
    business: 'business|business class|classe affaires|clase ejecutiva|classe executiva',
    first: 'first class|erste klasse|premiere classe|primera clase|primeira classe|prima classe',
  },
  tier: {
    bronze: 'bronze',
    silver: 'silver|silber|plata|prata|argento|argent|zilver',
    gold: 'gold|oro|ouro|goud',
    platinum: 'platinum|platin|platine|platino|platina',
    diamond: 'diamond|diamant|diamante',
  },
  size: {
    xs: 'xs|extra small',
    s: 's|small|klein|petit|pequeno|piccolo',
    m: 'm|medium|mittel|moyen|mediano|medio',
    l: 'l|large|gross|grand|grande',
    xl: 'xl|extra large',
    xxl: 'xxl|2xl',
    xxxl: 'xxxl|3xl',
  },
};
/** Words beside a term that make it one of its kind, where it could be another word. Folded. */
const needs = {
  size: {
    before: /(?:size|grosse|taille|talla|tamanho|taglia|maat)[\s:*]*$|variant:.*$/u,
    after: /^[\s-]*(?:size|grosse|taille|talla|tamanho|taglia|maat)/u,
  },
  tier: {
    before: /(?:membership|member|tier|status|level|mitglied\p{L}*|membre|miembro|socio|membro|lid)[\s:*]*$/u,
    after:
      /^[\s-]*(?:member|tier|status|level|mitglied|membre|miembro|socio|membro|lid|elite|card ?holder|customer)/u,
  },
};
/** "business days" is no fare. */
const noFare = /^[\s-]*(?:days?|hours?|weeks?|purpose|account|owner|customers?|model|address|tage|jours)/iu;
/** A visa card is a credit card. */
const broader: Record<string, string> = {
  visa: 'credit card',
  mastercard: 'credit card',
  amex: 'credit card',
};
/** Characters beside a term in which a word may call for its kind. */
const near = 24;
const germanEndings = ['', 'e', 'er', 'es', 'en', 'em'];

interface Entry {
  kind: TermKind;
  name: string;
  words: readonly string[];
}
/** By first word, longest first. */
const entries = readTable();

function readTable(): ReadonlyMap<string, readonly Entry[]> {
  const byWord = new Map<string, Entry[]>();
  for (const [kind, names] of Object.entries(table) as [TermKind, Record<string, string>][]) {
    for (const [name, written] of Object.entries(names)) {
      for (const form of written.split('|')) {
        const forms = form.endsWith('~') ? germanEndings.map((ending) => form.slice(0, -1) + ending) : [form];
        for (const words of forms.map((each) => each.split(' ')))
          byWord.set(words[0]!, [...(byWord.get(words[0]!) ?? []), { kind, name, words }]);
      }
    }
  }
  for (const list of byWord.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byWord;
}

/** Terms of a text in order; of two at one place the longer, and the one that its neighbours call for. */
export function findTerms(text: string): Term[] {
  const tokens = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word: fold(word),
    start: index,
    end: index + word.length,
  }));
  const terms: Term[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    for (const { kind, name, words } of entries.get(tokens[at]!.word) ?? []) {
      const last = tokens[at + words.length - 1];
      if (last === undefined || words.some((word, index) => tokens[at + index]!.word !== word)) continue;
      const { start } = tokens[at]!;
      const fitting = kindAt(kind, text.slice(0, start), text.slice(start, last.end), text.slice(last.end));
      if (fitting === null) continue;
      terms.push({ kind: fitting, name, start, end: last.end });
      at += words.length - 1;
      break;
    }
  }
  return terms;
}

function kindAt(kind: TermKind, before: string, text: string, after: string): TermKind | null {
  const calls = (need: { before: RegExp; after: RegExp }) =>
    need.before.test(fold(before.slice(-near))) || need.after.test(fold(after.slice(0, near)));
  // A colour before "member" can only be meant as a tier.
  if (kind === 'colour' && calls(needs.tier)) return 'tier';
  if ((kind === 'tier' || kind === 'size') && !calls(needs[kind])) return null;
  const isName = kind === 'colour' && /^\p{Lu}/u.test(text) && /^[\s-]?\p{Lu}\p{Ll}+/u.test(after);
  return isName || (kind === 'fare' && noFare.test(after)) ? null : kind;
}

/** Whether one may be said where the other is true. */
export function agrees(said: string, known: string): boolean {
  return said === known || broader[said] === known || broader[known] === said;
}
