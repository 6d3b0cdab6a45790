import { findValues } from '@/lib/draft/values';
import { fold } from '@/lib/draft/words/fold';
import { lettered } from '@/lib/draft/words/letters';

/** What kind of value an answer must hold. */
export type Wanted = 'time' | 'money' | 'steps';

const cues: readonly [Wanted, RegExp][] = [
  [
    'time',
    lettered(
      /(?<!\p{L})(?:when|until|till|by what date|how (?:long|soon|fast|quickly|many (?:days|weeks))|deadline|good for|expir\p{L}*|valid|wann|bis (?:wann|zu welchem)|wie (?:lange|schnell)|frist|gultig|quand|jusqu|combien de (?:temps|jours)|delai|valable|cuando|hasta|cuanto (?:tiempo|tarda)|plazo|quando|ate quando|quanto tempo|prazo|validade|entro|wanneer|hoe (?:lang|snel)|どのくらい|いつ|متى)/iu,
    ),
  ],
  [
    'money',
    lettered(
      /(?<!\p{L})(?:how much|cost\p{L}*|price|charge\p{L}*|fee|pay|pays|free|wie (?:viel|teuer)|koste\p{L}*|preis|zahl\p{L}*|gebuhr\p{L}*|kostenlos|combien (?:coute|ca|est)|coute\p{L}*|prix|frais|pay(?:er|e|ez)|gratuit\p{L}*|cuanto (?:cuesta|vale|es)|cuesta|precio|pag(?:a|ar|o)|gastos|gratis|custa|custo|preco|quanto (?:custa|e)|costa|prezzo|hoeveel|いくら|料金|كم)(?!\p{L})/iu,
    ),
  ],
  [
    'steps',
    lettered(
      /(?<!\p{L})(?:how (?:do|can|should|does) (?:i|we|it|this)|what (?:do|should|must) (?:i|we) (?:do|need)|what (?:do you|would you) need|how to|how it works|how$|so geht|comment ca|asi funciona|como funciona|wie (?:kann|muss|geht|funktioniert|mache)|was (?:muss|soll) ich|was (?:brauchen|benotigen) sie|comment (?:faire|puis|dois|proceder)|que (?:dois-je|faut-il)|como (?:puedo|hago|debo|funciona|posso|faco|devo)|que (?:tengo que|debo|necesit\p{L}+|devo|preciso)|o que (?:devo|preciso|tenho)|come (?:posso|devo|faccio)|どうすれば)/iu,
    ),
  ],
];

export function wantedIn(ask: string): ReadonlySet<Wanted> {
  const text = fold(ask).replaceAll('’', "'");
  return new Set(cues.filter(([, cue]) => cue.test(text)).map(([wanted]) => wanted));
}

const free = lettered(
  /(?<!\p{L})(?:free|no charge|kostenlos|kostenfrei|gratis|gratuit\p{L}*|gratuit[oa]s?|costs? (?:you )?nothing|not charged)(?!\p{L})/iu,
);

/** Whether a text holds a value of that kind. */
export function holdsWanted(text: string, wanted: Wanted): boolean {
  if (wanted === 'steps') return false;
  if (wanted === 'money' && free.test(text)) return true;
  return findValues(text).some((value) =>
    wanted === 'time'
      ? value.kind === 'duration' || value.kind === 'date'
      : value.kind === 'money' || value.kind === 'percent',
  );
}
