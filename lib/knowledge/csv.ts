import { unparse } from 'papaparse';
import type { Article } from './article';

/** Names that the import knows again. */
const columns: Record<string, (article: Article) => string | number | null> = {
  id: (article) => article.source?.externalId ?? article.id,
  title: ({ title }) => title,
  body: ({ body }) => body,
  kind: ({ kind }) => kind,
  locale: ({ locale }) => locale,
  market: ({ market }) => market.join(', '),
  brand: ({ brand }) => brand,
  products: ({ productScope }) => productScope.join(', '),
  tags: ({ tags }) => tags.join(', '),
  audience: ({ audience }) => audience,
  status: ({ status }) => status,
  owner: ({ owner }) => owner,
  validFrom: ({ validFrom }) => validFrom,
  validUntil: ({ validUntil }) => validUntil,
  dateBasis: ({ dateBasis }) => dateBasis,
  verifiedAt: ({ verification }) => verification?.at ?? null,
  verifiedBy: ({ verification }) => verification?.by ?? null,
  url: ({ source }) => source?.url ?? null,
  updatedAt: ({ updatedAt }) => updatedAt,
};

/** What a spreadsheet would run as a formula, or would run once the quote before it is gone. */
const formula = /^'*[=+\-@\t\r]/u;

/** A table for spreadsheets, one article a row. Words that begin like a formula get a quote in front, and run nowhere. */
export function toCsv(articles: readonly Article[]): string {
  const data = articles.map((article) =>
    Object.values(columns).map((read) => guardCell(read(article) ?? '')),
  );
  return unparse({ fields: Object.keys(columns), data }, { newline: '\r\n' });
}

function guardCell(cell: string | number): string | number {
  return typeof cell === 'string' && formula.test(cell) ? `'${cell}` : cell;
}

/** A cell as it was before `toCsv` put a quote in front. */
export function readCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}
