import type { Article, ArticleContent, ArticleSource, ArticleVersion } from './article';
import { articleContentSchema } from './article';
import { canonicalJson, type Digest } from './canonical';
import type { ArticleChange } from './repository';

/** What making a version needs from outside: hash, ids (ULIDs), and the time as ISO 8601. */
export interface VersionTools {
  readonly digest: Digest;
  readonly newId: () => string;
  readonly now: () => string;
}

export interface VersionNote {
  readonly author: string;
  /** What changed, in words; left out for an import. */
  readonly summary?: string;
  readonly source?: ArticleSource | null;
  readonly verification?: Article['verification'];
}

/** What a kind of article looks like before anybody decided more about it. */
export const blankContent: ArticleContent = {
  kind: 'faq',
  title: '',
  body: '',
  locale: '',
  market: [],
  brand: null,
  productScope: [],
  tags: [],
  audience: 'public',
  status: 'published',
  owner: null,
  validFrom: null,
  validUntil: null,
  dateBasis: 'today',
  example: null,
};

/** The part of an article that a version freezes and a hash covers. */
export function contentOf(article: Article | ArticleContent): ArticleContent {
  const content: Record<string, unknown> = {};
  const from: Record<string, unknown> = { ...article };
  for (const key of Object.keys(articleContentSchema.def.shape)) {
    if (from[key] !== undefined) content[key] = from[key];
  }
  return content as ArticleContent;
}

export async function createArticle(
  content: ArticleContent,
  note: VersionNote,
  tools: VersionTools,
): Promise<ArticleChange> {
  const id = tools.newId();
  const at = tools.now();
  const link = { articleId: id, version: 1, previousHash: null, content, author: note.author, at };
  const article: Article = {
    ...content,
    id,
    version: 1,
    hash: await hashVersion(link, tools.digest),
    previousHash: null,
    author: note.author,
    createdAt: at,
    updatedAt: at,
    source: note.source ?? null,
    verification: note.verification ?? null,
    summary: note.summary ?? '',
    askedAs: [],
  };
  return { article, former: null, expectedVersion: 0 };
}

/** The next version, or `null` when the edit changes nothing. `source` and `verification` stay unless given. */
export async function editArticle(
  article: Article,
  edit: Partial<ArticleContent>,
  note: VersionNote,
  tools: VersionTools,
): Promise<ArticleChange | null> {
  const before = contentOf(article);
  const content = contentOf({ ...before, ...edit });
  if (canonicalJson(before) === canonicalJson(content)) return null;
  const at = tools.now();
  const version = article.version + 1;
  const link = {
    articleId: article.id,
    version,
    previousHash: article.hash,
    content,
    author: note.author,
    at,
  };
  return {
    article: {
      ...article,
      ...content,
      version,
      hash: await hashVersion(link, tools.digest),
      previousHash: article.hash,
      author: note.author,
      updatedAt: at,
      source: note.source === undefined ? article.source : note.source,
      verification: note.verification === undefined ? article.verification : note.verification,
      summary: note.summary ?? '',
    },
    former: versionOf(article),
    expectedVersion: article.version,
  };
}

/** Out of the search, kept whole. Undone by `unarchiveArticle`. `null`: archived already. */
export function archiveArticle(
  article: Article,
  note: VersionNote,
  tools: VersionTools,
): Promise<ArticleChange | null> {
  return editArticle(article, { status: 'archived' }, note, tools);
}

/** Back as it was before it was archived; pass its former status when that was not `published`. */
export function unarchiveArticle(
  article: Article,
  note: VersionNote,
  tools: VersionTools,
  status: 'published' | 'draft' = 'published',
): Promise<ArticleChange | null> {
  return editArticle(article, { status }, note, tools);
}

/** A former version's content as a new version: history is only added to. `null`: it is what stands already. */
export function restoreVersion(
  article: Article,
  version: ArticleVersion,
  note: VersionNote,
  tools: VersionTools,
): Promise<ArticleChange | null> {
  if (version.articleId !== article.id)
    throw new Error('A version can only be restored into its own article.');
  return editArticle(article, version.content, note, tools);
}

/** "I read it and it is true": no new version, because the words are the same. */
export function verifyArticle(
  article: Article,
  by: string,
  tools: Pick<VersionTools, 'now'>,
  everyDays: number | null = article.verification?.everyDays ?? null,
): ArticleChange {
  return {
    article: { ...article, verification: { at: tools.now(), by, everyDays } },
    former: null,
    expectedVersion: article.version,
  };
}

/** The article as it stands now, in the form of a version. */
export function versionOf(article: Article): ArticleVersion {
  return {
    articleId: article.id,
    version: article.version,
    hash: article.hash,
    previousHash: article.previousHash,
    content: contentOf(article),
    author: article.author,
    at: article.updatedAt,
    summary: article.summary ?? '',
  };
}

/**
 * Proves that a history is whole and untouched: versions 1 to n, each with the hash of its own content and of the one
 * before. Returns the first version number that breaks the chain, or `null`.
 */
export async function findBrokenVersion(
  versions: readonly ArticleVersion[],
  digest: Digest,
): Promise<number | null> {
  const ordered = [...versions].sort((a, b) => a.version - b.version);
  let previous: ArticleVersion | null = null;
  for (const each of ordered) {
    const isNext = each.version === (previous?.version ?? 0) + 1;
    const isLinked = each.previousHash === (previous?.hash ?? null);
    if (!isNext || !isLinked || (await hashVersion(each, digest)) !== each.hash) return each.version;
    previous = each;
  }
  return null;
}

type VersionLink = Pick<
  ArticleVersion,
  'articleId' | 'version' | 'previousHash' | 'content' | 'author' | 'at'
>;

function hashVersion(link: VersionLink, digest: Digest): Promise<string> {
  const { articleId, version, previousHash, content, author, at } = link;
  return digest(canonicalJson({ articleId, version, previousHash, content: contentOf(content), author, at }));
}
