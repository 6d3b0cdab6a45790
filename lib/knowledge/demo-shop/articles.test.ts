import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { articleKinds, audienceSchema } from '../article';

const today = '2026-11-24';
const articleFolder = new URL('./articles/', import.meta.url);

const dateSchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const frontMatterSchema = z.strictObject({
  id: z.string(),
  title: z.string().check(z.minLength(4)),
  kind: z.enum(articleKinds),
  locale: z.enum(['en', 'de', 'fr', 'es', 'pt']),
  market: z.optional(z.array(z.enum(['EU', 'UK', 'US']))),
  audience: audienceSchema,
  labels: z.array(z.string()).check(z.minLength(1)),
  owner: z.optional(z.string()),
  verifiedAt: z.optional(dateSchema),
  verifyEveryDays: z.optional(z.number()),
  validFrom: z.optional(dateSchema),
  validUntil: z.optional(dateSchema),
  dateBasis: z.optional(z.enum(['today', 'order-date', 'delivery-date'])),
  example: z.optional(
    z.strictObject({
      verdict: z.enum(['good', 'bad']),
      reason: z.string(),
      replacement: z.optional(z.string()),
    }),
  ),
  updatedAt: z.iso.datetime(),
  productScope: z.optional(z.array(z.string())),
});

const articles = readdirSync(articleFolder).map((name) => {
  const text = readFileSync(new URL(name, articleFolder), 'utf8');
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  return { slug: name.replace(/\.md$/, ''), meta: frontMatterSchema.parse(parse(head)), body };
});
const bodyOf = new Map(articles.map((article) => [article.slug, article.body]));

describe('the articles of the demo shop', () => {
  it('are at least 60, of every kind, in five languages, with unique titles', () => {
    expect(articles.length).toBeGreaterThanOrEqual(60);
    expect(new Set(articles.map(({ meta }) => meta.kind))).toEqual(new Set(articleKinds));
    expect(new Set(articles.map(({ meta }) => meta.locale)).size).toBe(5);
    expect(new Set(articles.map(({ meta }) => meta.title)).size).toBe(articles.length);
  });

  it('carry their file name as id and a body of 80 to 350 words', () => {
    for (const { slug, meta, body } of articles) {
      expect(meta.id).toBe(slug);
      const words = body.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      expect(words, slug).toBeGreaterThanOrEqual(75);
      expect(words, slug).toBeLessThanOrEqual(350);
    }
  });

  it('date nothing after today and nothing ends before it starts', () => {
    for (const { slug, meta } of articles) {
      expect(meta.updatedAt.slice(0, 10) <= today, slug).toBe(true);
      expect((meta.verifiedAt ?? today) <= today, slug).toBe(true);
      if (meta.validFrom && meta.validUntil) expect(meta.validFrom < meta.validUntil, slug).toBe(true);
      if (meta.kind === 'example') expect(meta.example, slug).toBeDefined();
    }
  });

  it('hold exactly the flaws that their README names', () => {
    const expired = articles.filter(({ meta }) => meta.validUntil !== undefined && meta.validUntil < today);
    expect(expired.map(({ slug }) => slug)).toEqual(['holiday-returns-2025']);
    const overdue = articles.filter(({ meta }) => {
      if (!meta.verifiedAt || !meta.verifyEveryDays) return false;
      const ageDays = (Date.parse(today) - Date.parse(meta.verifiedAt)) / 86_400_000;
      return ageDays > meta.verifyEveryDays;
    });
    expect(overdue.map(({ slug }) => slug)).toEqual(['click-and-collect', 'holiday-returns-2025']);
    expect(articles.filter(({ meta }) => !meta.owner).map(({ slug }) => slug)).toEqual(['faq-refund-when']);
    const withCanary = articles.filter(({ body }) => body.includes('amber-otter-71'));
    expect(withCanary.map(({ meta }) => [meta.id, meta.audience])).toEqual([['goodwill-limits', 'internal']]);
    expect(bodyOf.get('refund-times')).toContain('**7 working days**');
    expect(bodyOf.get('faq-refund-when')).toContain('**14 working days**');
    expect(bodyOf.get('warranty-by-category')).toContain('| Lamps and other electronics | 2 years |');
    expect(bodyOf.get('product-stjerne-400')).toContain('**3 year** warranty');
  });
});
