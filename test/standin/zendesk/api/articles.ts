import { jsonResponse } from '../../core/http';
import { hashOf } from '../../core/random';
import type { Account } from '../account';
import { htmlToText } from '../markup';
import { type ArticleRecord, fixedIds } from '../records';
import type { Endpoint } from './context';
import { apiErrors } from './errors';
import { isRefusal, paginate } from './paging';

export function articlePath(article: ArticleRecord): string {
  const slug = article.title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  return `/hc/${article.locale}/articles/${article.id}-${slug}`;
}

function articleShape(article: ArticleRecord, account: Account) {
  const base = `https://${account.host}`;
  return {
    id: article.id,
    url: `${base}/api/v2/help_center/${article.locale}/articles/${article.id}.json`,
    html_url: base + encodeURI(articlePath(article)),
    title: article.title,
    name: article.title,
    body: article.html,
    locale: article.locale,
    source_locale: article.locale,
    author_id: fixedIds.agent,
    section_id: fixedIds.section,
    permission_group_id: fixedIds.permissionGroup,
    user_segment_id: article.isRestricted ? fixedIds.agentsOnlySegment : null,
    user_segment_ids: article.isRestricted ? [fixedIds.agentsOnlySegment] : [],
    label_names: article.labels,
    content_tag_ids: [],
    draft: article.isDraft,
    promoted: false,
    position: 0,
    outdated: false,
    outdated_locales: [],
    comments_disabled: true,
    vote_sum: hashOf(article.title) % 7,
    vote_count: hashOf(article.title) % 11,
    created_at: article.updatedAt,
    edited_at: article.updatedAt,
    updated_at: article.updatedAt,
  };
}

function includes(url: URL, articles: readonly ArticleRecord[], account: Account): Record<string, unknown> {
  const asked = new Set((url.searchParams.get('include') ?? '').split(',').filter(Boolean));
  const loaded: Record<string, unknown> = {};
  if (asked.has('sections')) {
    loaded.sections = [
      {
        id: fixedIds.section,
        url: `https://${account.host}/api/v2/help_center/sections/${fixedIds.section}.json`,
        name: 'Policies',
        description: '',
        locale: 'en-us',
        source_locale: 'en-us',
        category_id: 5,
        position: 0,
        created_at: '2024-01-01T00:00:00Z',
        updated_at: '2024-01-01T00:00:00Z',
      },
    ];
  }
  if (asked.has('translations')) {
    loaded.translations = articles.map((article) => ({
      id: article.id + 100_000,
      source_id: article.id,
      source_type: 'Article',
      locale: article.locale,
      title: article.title,
      body: article.html,
      draft: article.isDraft,
      outdated: false,
      created_at: article.updatedAt,
      updated_at: article.updatedAt,
    }));
  }
  return loaded;
}

function isLocale(article: ArticleRecord, locale: string | undefined | null): boolean {
  return !locale || article.locale === locale.toLowerCase();
}

/** Offset pages of the help centre carry counters that the ticketing ones do not. */
function counters(url: URL, count: unknown, defaultSize: number): Record<string, unknown> {
  if (typeof count !== 'number') return {};
  const perPage = Math.min(100, Number(url.searchParams.get('per_page') ?? defaultSize));
  return {
    page: Number(url.searchParams.get('page') ?? 1),
    per_page: perPage,
    page_count: Math.ceil(count / perPage),
  };
}

export const listArticles: Endpoint = (request, [locale], context) => {
  const { url } = request;
  const articles = context.account.articles.filter((article) => isLocale(article, locale));
  const sortBy = url.searchParams.get('sort_by') ?? 'position';
  if (sortBy === 'updated_at' || sortBy === 'created_at' || sortBy === 'edited_at') {
    articles.sort((a, b) => a.updatedAt.localeCompare(b.updatedAt) || a.id - b.id);
  } else if (sortBy === 'title') articles.sort((a, b) => a.title.localeCompare(b.title));
  else if (sortBy !== 'position') return apiErrors.invalidAttribute(`sort_by: ${sortBy}`);
  if (url.searchParams.get('sort_order') === 'desc') articles.reverse();
  const page = paginate(articles, url, { idOf: ({ id }) => id, defaultSize: 30 });
  if (isRefusal(page)) return page;
  return jsonResponse({
    articles: page.items.map((article) => articleShape(article, context.account)),
    ...includes(url, page.items, context.account),
    ...page.envelope,
    ...counters(url, page.envelope.count, 30),
    ...('count' in page.envelope && {
      sort_by: sortBy,
      sort_order: url.searchParams.get('sort_order') ?? 'asc',
    }),
  });
};

export const getArticle: Endpoint = (_request, params, context) => {
  const id = Number(params.at(-1));
  const article = context.account.articles.find((candidate) => candidate.id === id);
  return article
    ? jsonResponse({ article: articleShape(article, context.account) })
    : apiErrors.recordNotFound();
};

/** Everything changed since `start_time`, at most 1,000 per page. */
export const incrementalArticles: Endpoint = (request, _params, context) => {
  const { url } = request;
  const start = Number(url.searchParams.get('start_time') ?? Number.NaN);
  if (!Number.isFinite(start)) return apiErrors.invalidAttribute('start_time is required');
  const size = Math.min(1000, Number(url.searchParams.get('per_page') ?? 1000));
  const changed = context.account.articles
    .filter((article) => Date.parse(article.updatedAt) / 1000 >= start)
    .sort((a, b) => a.updatedAt.localeCompare(b.updatedAt) || a.id - b.id);
  const shown = changed.slice(0, size);
  const last = shown.at(-1);
  const end = last ? Math.floor(Date.parse(last.updatedAt) / 1000) : Math.floor(context.account.now() / 1000);
  const next = new URL(url);
  // One second later, or the last article of this page would be the first of the next, for ever.
  next.searchParams.set('start_time', String(end + 1));
  return jsonResponse({
    articles: shown.map((article) => articleShape(article, context.account)),
    count: shown.length,
    end_time: end,
    next_page: changed.length > size ? next.href : null,
  });
};

export const searchArticles: Endpoint = (request, _params, context) => {
  const { url } = request;
  const words = (url.searchParams.get('query') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && !url.searchParams.has('label_names')) {
    return apiErrors.invalidAttribute(
      'One of these parameters is required: query, category, section, label_names',
    );
  }
  const found = context.account.articles.filter((article) => {
    const text = `${article.title} ${htmlToText(article.html)} ${article.labels.join(' ')}`.toLowerCase();
    return (
      !article.isDraft &&
      isLocale(article, url.searchParams.get('locale')) &&
      words.every((word) => text.includes(word))
    );
  });
  if (Number(url.searchParams.get('page') ?? 1) * Number(url.searchParams.get('per_page') ?? 25) > 1000) {
    return apiErrors.paginationDepth();
  }
  const page = paginate(found, url, { idOf: ({ id }) => id, defaultSize: 25 });
  if (isRefusal(page)) return page;
  return jsonResponse({
    results: page.items.map((article) => ({
      ...articleShape(article, context.account),
      result_type: 'article',
      snippet: snippetOf(article, words),
    })),
    ...page.envelope,
    ...counters(url, page.envelope.count, 25),
  });
};

function snippetOf(article: ArticleRecord, words: readonly string[]): string {
  const text = htmlToText(article.html).replace(/\s+/g, ' ');
  const at = Math.max(0, text.toLowerCase().indexOf(words[0] ?? ''));
  const cut = text.slice(Math.max(0, at - 60), at + 140);
  return words.reduce((snippet, word) => {
    const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return snippet.replace(new RegExp(escaped, 'gi'), '<em>$&</em>');
  }, cut);
}
