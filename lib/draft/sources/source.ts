import type { Article } from '@/lib/knowledge/article';
import { isInForce, validityFor, verificationState } from '@/lib/knowledge/validity';
import type { SearchHit } from '@/lib/search/contract';
import type { Order } from '@/lib/ticket/ticket';
import { toVisibleMarkdown } from '../safety/inert';
import type { Source } from '../session/session-state';
import { fold } from '../words/fold';
import type { SourceChoice } from './sources';

/** An article this short is shown whole: half of it would only raise questions. */
const shortArticle = 1_800;
/** A pinned article without a hit is shown from its beginning. */
const pinnedExcerpt = 1_200;

/** One passage on offer, as a draft cites it and the panel shows it. */
export function toSource(
  article: Article,
  hit: SearchHit | null,
  choice: Pick<SourceChoice, 'order' | 'today' | 'pinned'>,
  number: number,
): Source {
  const whole = article.kind === 'canned-reply' || article.body.length <= shortArticle || hit === null;
  const start = whole ? 0 : hit.start;
  const end = whole
    ? hit === null
      ? Math.min(article.body.length, pinnedExcerpt)
      : article.body.length
    : hit.end;
  const text = toVisibleMarkdown(article.body.slice(start, end));
  const why = hit?.why.filter(({ view }) => view !== 'meaning').map((found) => found.term) ?? [];
  const isNear = hit?.why.some(({ view }) => view === 'meaning') ?? false;
  return {
    number,
    articleId: article.id,
    articleVersion: article.version,
    title: article.title,
    kind: article.kind,
    audience: article.audience,
    headingPath: whole ? [] : (hit?.headingPath ?? []),
    text,
    start,
    end,
    marks: findMarks(text, why),
    verified: verificationOf(article, choice.today),
    validFrom: article.validFrom,
    validUntil: article.validUntil,
    market: article.market,
    productScope: article.productScope,
    inForce: isInForceFor(article, choice.order, choice.today),
    pinned: choice.pinned.includes(article.id),
    gone: false,
    url: article.source?.url ?? null,
    why,
    ...(isNear && { isNear }),
  };
}

/** When the ticket does not tell the date an article hangs on, today decides. */
export function isInForceFor(article: Article, order: Order | null, today: string): boolean {
  const delivered = order?.shipments.find((shipment) => shipment.status === 'delivered')?.updatedAt;
  const dates = {
    today,
    orderDate: order?.placedAt?.slice(0, 10) ?? null,
    deliveryDate: delivered?.slice(0, 10) ?? null,
  };
  const validity = validityFor(article, dates);
  return validity === 'unclear' ? isInForce(article, today) : validity === 'in-force';
}

function verificationOf(article: Article, today: string): Source['verified'] {
  return {
    state: verificationState(article, today),
    at: article.verification?.at ?? null,
    by: article.verification?.by ?? null,
  };
}

/** Words of `text` that begin like one of the terms that found it; `returns` marks "return" and "returned". */
function findMarks(text: string, terms: readonly string[]): { start: number; end: number }[] {
  const stems = terms
    .map((term) => fold(term))
    .filter((term) => term.length >= 2)
    .map((term) => term.slice(0, Math.max(4, term.length - 3)));
  const marks: { start: number; end: number }[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const word = fold(match[0]);
    if (stems.some((stem) => word.startsWith(stem)))
      marks.push({ start: match.index, end: match.index + match[0].length });
  }
  return marks;
}
