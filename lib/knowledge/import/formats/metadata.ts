import { err, ok, type Result } from '@/lib/result';
import { type Article, type ArticleContent, type ArticleKind, articleKinds } from '../../article';
import { blankContent } from '../../versions';
import { type FieldName, mapFields } from './fields';

/** All that a record says about an article besides its words. */
export interface Metadata {
  readonly id: string | null;
  readonly title: string | null;
  readonly body: string | null;
  readonly url: string | null;
  readonly updatedAt: string | null;
  readonly verification: Article['verification'];
  readonly content: Omit<ArticleContent, 'title' | 'body'>;
}

/** A value that must not be guessed at: a misread audience would show an internal text to a customer. */
export interface UnknownValue {
  readonly field: FieldName;
  readonly value: string;
}

const statuses: Record<string, ArticleContent['status']> = {
  published: 'published',
  active: 'published',
  live: 'published',
  public: 'published',
  draft: 'draft',
  unpublished: 'draft',
  archived: 'archived',
  inactive: 'archived',
  retired: 'archived',
};
const audiences: Record<string, ArticleContent['audience']> = {
  public: 'public',
  everyone: 'public',
  customers: 'public',
  all: 'public',
  internal: 'internal',
  agents: 'internal',
  staff: 'internal',
  team: 'internal',
  private: 'internal',
  restricted: 'restricted',
  managers: 'restricted',
};
const bases: Record<string, ArticleContent['dateBasis']> = {
  today: 'today',
  '': 'today',
  'order-date': 'order-date',
  order: 'order-date',
  'delivery-date': 'delivery-date',
  delivery: 'delivery-date',
};
const kinds: Record<string, ArticleKind> = {
  ...Object.fromEntries(articleKinds.map((kind) => [kind, kind])),
  policies: 'policy',
  products: 'product',
  faqs: 'faq',
  question: 'faq',
  macro: 'canned-reply',
  reply: 'canned-reply',
  'canned reply': 'canned-reply',
  canned_reply: 'canned-reply',
  procedures: 'procedure',
  guideline: 'procedure',
};

/** Reads the known fields of a record. `guess` is what the place of the file suggests where the record is silent. */
export function readMetadata(
  record: Readonly<Record<string, unknown>>,
  guess: { readonly kind: ArticleKind; readonly locale: string },
): Result<Metadata, UnknownValue> {
  const fields = mapFields(Object.keys(record));
  const raw = (field: FieldName): unknown => {
    const key = fields.get(field);
    return key === undefined ? undefined : record[key];
  };
  const text = (field: FieldName): string | null => toText(raw(field));
  let wrong: UnknownValue | null = null;
  const reject = (field: FieldName, value: string): null => {
    wrong ??= { field, value };
    return null;
  };
  const choose = <T>(field: FieldName, table: Record<string, T>): T | null => {
    const value = (text(field) ?? '').toLowerCase();
    if (Object.hasOwn(table, value)) return table[value]!;
    return value === '' ? null : reject(field, value);
  };
  const date = (field: FieldName): string | null => {
    const value = text(field);
    if (value === null) return null;
    const day = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(value)?.[1];
    return day && isCalendarDay(day) ? day : reject(field, value);
  };

  const type = (text('type') ?? '').toLowerCase();
  const typeIsKind = Object.hasOwn(kinds, type);
  const owner = text('owner');
  const verifiedAt = text('verifiedAt') === null || date('verifiedAt') === null ? null : text('verifiedAt');
  const every = Number(text('verifyEveryDays') ?? Number.NaN);
  const kind = choose('kind', kinds) ?? (typeIsKind ? kinds[type]! : guess.kind);
  const content: Metadata['content'] = {
    ...blankContent,
    kind,
    locale: toLocale(text('locale')) ?? guess.locale,
    market: toList(raw('market')),
    brand: text('brand'),
    productScope: toList(raw('productScope')),
    tags: [...toList(raw('tags')), ...(type && !typeIsKind ? [text('type')!] : [])],
    audience: choose('audience', audiences) ?? usualAudience(kind),
    status: choose('status', statuses) ?? 'published',
    owner,
    validFrom: date('validFrom'),
    validUntil: date('validUntil'),
    dateBasis: choose('dateBasis', bases) ?? 'today',
    example: toExample(raw('example')),
  };
  const everyDays = Number.isInteger(every) && every > 0 ? every : null;
  const by = text('verifiedBy') ?? owner ?? '';
  const metadata: Metadata = {
    id: text('id'),
    title: text('title'),
    body: text('body'),
    url: toUrl(text('url')),
    updatedAt: text('updatedAt'),
    verification: verifiedAt === null ? null : { at: verifiedAt, by, everyDays },
    content,
  };
  return wrong === null ? ok(metadata) : err(wrong);
}

/** How the team works is not for customers, unless somebody says so. */
export function usualAudience(kind: ArticleKind): ArticleContent['audience'] {
  return kind === 'procedure' ? 'internal' : 'public';
}

function toText(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return null;
  return value.trim() === '' ? null : value.trim();
}

/** A list, or one text with commas, semicolons or bars between its parts. */
function toList(value: unknown): string[] {
  const parts = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,;|]/) : [];
  return parts.flatMap((part) => toText(part) ?? []);
}

/** BCP 47 with its usual capitals, e.g. `en-US` for `en_us`; `null` when it is none. */
export function toLocale(value: string | null): string | null {
  if (value === null) return null;
  try {
    return Intl.getCanonicalLocales(value.replaceAll('_', '-'))[0] ?? null;
  } catch (error) {
    // Intl has no way to ask without a throw; what is no tag ("German") leaves the language to the text itself.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function toUrl(value: string | null): string | null {
  return value !== null && /^https?:\/\//i.test(value) ? value : null;
}

function toExample(value: unknown): ArticleContent['example'] {
  if (typeof value !== 'object' || value === null) return null;
  const { verdict, reason, replacement } = value as Record<string, unknown>;
  if (verdict !== 'good' && verdict !== 'bad') return null;
  return { verdict, reason: toText(reason) ?? '', replacement: toText(replacement) };
}

function isCalendarDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
