import type { Article } from '@/lib/knowledge/article';
import { isInForce, validityFor, verificationState } from '@/lib/knowledge/validity';
import type { SearchHit } from '@/lib/search/contract';
import type { Order } from '@/lib/ticket/ticket';
import { toVisibleMarkdown } from '../safety/inert';
import type { Source } from '../session/session-state';
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
    marks: [],
    verified: verificationOf(article, choice.today),
    validFrom: article.validFrom,
    validUntil: article.validUntil,
    market: article.market,
    productScope: article.productScope,
    inForce: isInForceFor(article, choice.order, choice.today),
    pinned: choice.pinned.includes(article.id),
    gone: false,
    url: article.source?.url ?? null,
    ...(hit?.meaningShare && { isNear: true }),
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
