/**
 * Names under which spreadsheets, exports and front matter carry the fields of an article, in order of preference.
 * Compared without case, spaces and punctuation.
 */
const knownNames = {
  id: ['id', 'key', 'slug', 'externalid', 'articleid', 'macroid', 'productid', 'handle', 'nummer'],
  title: [
    'title',
    'name',
    'subject',
    'question',
    'heading',
    'headline',
    'macro',
    'macroname',
    'titel',
    'frage',
    'titre',
    'titulo',
    'título',
    'pergunta',
    'pregunta',
  ],
  body: [
    'body',
    'text',
    'content',
    'answer',
    'reply',
    'response',
    'message',
    'markdown',
    'bodyhtml',
    'html',
    'bodytext',
    'template',
    'responsetext',
    'antwort',
    'inhalt',
    'réponse',
    'reponse',
    'respuesta',
    'resposta',
    'description',
  ],
  kind: ['kind'],
  type: ['type', 'category', 'intent', 'kategorie'],
  locale: ['locale', 'language', 'lang', 'sprache', 'langue', 'idioma'],
  market: ['market', 'markets', 'country', 'countries', 'region'],
  brand: ['brand', 'marke', 'vendor'],
  productScope: ['productscope', 'products', 'appliesto', 'skus'],
  tags: ['tags', 'labels', 'labelnames', 'keywords'],
  audience: ['audience', 'visibility'],
  status: ['status', 'state'],
  owner: ['owner', 'author', 'responsible'],
  verifiedAt: ['verifiedat', 'verified', 'reviewedat', 'lastverified'],
  verifiedBy: ['verifiedby', 'reviewedby'],
  verifyEveryDays: ['verifyeverydays', 'reviewdays', 'reviewinterval'],
  validFrom: ['validfrom', 'effectivefrom', 'startsat', 'from'],
  validUntil: ['validuntil', 'validto', 'expires', 'expiresat', 'until'],
  dateBasis: ['datebasis', 'datethatcounts'],
  updatedAt: ['updatedat', 'lastmodified', 'editedat', 'modified'],
  url: ['url', 'link', 'htmlurl', 'permalink'],
  example: ['example'],
} as const satisfies Record<string, readonly string[]>;

export type FieldName = keyof typeof knownNames;

/** Which key of a record carries which field: each key serves one field, each field has one key. */
export function mapFields(keys: readonly string[]): ReadonlyMap<FieldName, string> {
  const byName = new Map(keys.map((key) => [bare(key), key]));
  const taken = new Set<string>();
  const found = new Map<FieldName, string>();
  for (const [field, names] of Object.entries(knownNames)) {
    const key = names.map((name) => byName.get(name)).find((each) => each !== undefined && !taken.has(each));
    if (key === undefined) continue;
    taken.add(key);
    found.set(field as FieldName, key);
  }
  return found;
}

/** Whether the columns speak of prepared replies rather than of articles. */
export function speaksOfReplies(keys: readonly string[]): boolean {
  const replyNames = new Set([
    'reply',
    'response',
    'responsetext',
    'macro',
    'macroname',
    'template',
    'shortcut',
  ]);
  return keys.some((key) => replyNames.has(bare(key)));
}

function bare(key: string): string {
  return key
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
