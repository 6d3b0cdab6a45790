import type { Article } from '@/lib/knowledge/article';
import type { SearchDocument } from '@/lib/search/contract';
import type { ArticleHead, BodyRow, HeadRow } from './database';

export function toRows(article: Article, seq: number): { head: HeadRow; body: BodyRow } {
  const { body, askedAs, ...head } = article;
  return { head: { ...head, seq }, body: { id: article.id, body, askedAs } };
}

export function toHead(row: HeadRow): ArticleHead {
  const { seq: _, ...head } = row;
  return head;
}

export function toArticle(row: HeadRow, words: BodyRow): Article {
  return { ...toHead(row), body: words.body, askedAs: words.askedAs };
}

export function toSearchDocument(row: HeadRow, words: BodyRow): SearchDocument {
  return {
    articleId: row.id,
    articleVersion: row.version,
    kind: row.kind,
    audience: row.audience,
    locale: row.locale,
    market: row.market,
    brand: row.brand,
    productScope: row.productScope,
    tags: row.tags,
    status: row.status,
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    title: row.title,
    body: words.body,
    askedAs: words.askedAs,
  };
}
