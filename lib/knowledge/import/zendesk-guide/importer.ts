import * as z from 'zod/mini';
import type { ArticleDraft } from '../../import-plan';
import { blankContent } from '../../versions';
import { type Importer, type ImportItem, refuse } from '../contract';
import { toLocale } from '../formats/metadata';
import { type HelpdeskSource, readPagesOf } from '../pages';
import { nextZendeskPage } from '../zendesk-paging';

export interface ZendeskGuideInput extends HelpdeskSource {
  /** Lower-case help centre locales, e.g. `en-us`; empty: every article in its own language, with its translations. */
  readonly locales: readonly string[];
}

const translationSchema = z.object({
  source_id: z.optional(z.number()),
  locale: z.string(),
  title: z.nullish(z.string()),
  body: z.nullish(z.string()),
  draft: z.optional(z.boolean()),
  updated_at: z.nullish(z.string()),
});
const articleSchema = z.object({
  id: z.number(),
  html_url: z.nullish(z.string()),
  title: z.nullish(z.string()),
  name: z.nullish(z.string()),
  body: z.nullish(z.string()),
  locale: z.string(),
  draft: z.nullish(z.boolean()),
  user_segment_id: z.nullish(z.number()),
  user_segment_ids: z.nullish(z.array(z.number())),
  label_names: z.nullish(z.array(z.string())),
  edited_at: z.nullish(z.string()),
  updated_at: z.nullish(z.string()),
  translations: z.optional(z.array(translationSchema)),
});
type GuideArticle = z.infer<typeof articleSchema>;
type Translation = z.infer<typeof translationSchema>;
const pageSchema = z.object({
  articles: z.array(z.unknown()),
  translations: z.optional(z.array(translationSchema)),
  count: z.optional(z.number()),
});
const pages = { schema: pageSchema, list: 'articles' };

/** Help centre articles through the agent's own session, so exactly those that the agent may read. */
export const zendeskGuide: Importer<ZendeskGuideInput> = {
  id: 'zendesk-guide',
  name: 'Zendesk help centre',
  async *open(input, signal) {
    const paths =
      input.locales.length === 0
        ? ['/api/v2/help_center/articles.json?page%5Bsize%5D=100&include=translations']
        : input.locales.map((locale) => `/api/v2/help_center/${locale}/articles.json?page%5Bsize%5D=100`);
    // One article can come twice when somebody edits the help centre while it is read.
    const seen = new Set<string>();
    let done = 0;
    for (const path of paths) {
      for await (const page of readPagesOf(input, path, nextZendeskPage, pages, signal)) {
        if (!page.ok) {
          yield { kind: 'failed', failure: page.error };
          return;
        }
        for (const raw of page.value.articles) {
          yield* readArticle(raw, page.value.translations ?? [], input, seen);
        }
        done += page.value.articles.length;
        yield { kind: 'progress', done, total: page.value.count ?? null };
      }
    }
  },
};

async function* readArticle(
  raw: unknown,
  sideloaded: readonly Translation[],
  input: ZendeskGuideInput,
  seen: Set<string>,
): AsyncGenerator<ImportItem> {
  const parsed = z.safeParse(articleSchema, raw);
  if (!parsed.success) {
    yield refuse(input.account, 'unexpected-shape', parsed.error.issues[0]?.path.join('.') ?? null);
    return;
  }
  const article = parsed.data;
  const translations = article.translations ?? sideloaded.filter((each) => each.source_id === article.id);
  const others = translations.filter((each) => each.locale !== article.locale);
  for (const each of [article, ...others.map((other) => translate(article, other))]) {
    const draft = await toDraft(each, input);
    if (seen.has(draft.externalId)) continue;
    seen.add(draft.externalId);
    yield draft.content.body === ''
      ? refuse(draft.where, 'missing-text', draft.content.title)
      : { kind: 'article', draft };
  }
}

function translate(article: GuideArticle, translation: Translation): GuideArticle {
  const { locale, title, body, draft, updated_at } = translation;
  const html_url = article.html_url?.replace(`/hc/${article.locale}/`, `/hc/${locale}/`);
  return { ...article, locale, title, body, draft, html_url, edited_at: updated_at, updated_at };
}

async function toDraft(article: GuideArticle, input: ZendeskGuideInput): Promise<ArticleDraft> {
  const title = article.title ?? article.name ?? '';
  const { markdown: body, hidden } = await input.convert(article.body ?? '');
  const isRestricted =
    (article.user_segment_id ?? null) !== null || (article.user_segment_ids?.length ?? 0) > 0;
  return {
    where: `${title || article.id} (${article.locale})`,
    externalId: `${input.account}/${article.id}/${article.locale}`,
    // By language, so that reading one of several does not make the others gone.
    scope: input.locales.length === 0 ? input.account : `${input.account}/${article.locale}`,
    url: article.html_url ?? null,
    updatedAt: article.edited_at ?? article.updated_at ?? null,
    verification: null,
    hidden,
    content: {
      ...blankContent,
      kind: 'faq',
      title,
      body,
      locale: toLocale(article.locale) ?? '',
      tags: article.label_names ?? [],
      audience: isRestricted ? 'internal' : 'public',
      status: article.draft ? 'draft' : 'published',
    },
  };
}
