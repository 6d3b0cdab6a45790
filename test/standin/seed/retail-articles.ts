import * as z from 'zod/mini';
import type { SeedArticle } from '../contract';

export const productsSchema = z.record(
  z.string(),
  z.object({
    name: z.string(),
    product_id: z.string(),
    variants: z.record(
      z.string(),
      z.object({
        item_id: z.string(),
        options: z.record(z.string(), z.string()),
        available: z.boolean(),
        price: z.number(),
      }),
    ),
  }),
);

export const guidelinesSchema = z.record(
  z.string(),
  z.object({
    description: z.string(),
    subflows: z.record(
      z.string(),
      z.object({
        instructions: z.array(z.string()),
        actions: z.array(z.object({ button: z.string(), text: z.string(), subtext: z.array(z.string()) })),
      }),
    ),
  }),
);

const updatedAt = '2026-10-01T08:00:00.000Z';

function article(
  kind: string,
  id: string,
  title: string,
  body: string,
  audience: 'public' | 'internal',
): SeedArticle {
  return { id, kind, title, body: body.trim(), locale: 'en', labels: [kind], audience, updatedAt };
}

/** One article per second-level section; what stands before the first one is an article, too. */
export function policyArticles(markdown: string): SeedArticle[] {
  return markdown.split(/^(?=## )/m).flatMap((section) => {
    const [heading = '', ...lines] = section.trim().split('\n');
    const title = heading.replace(/^#+\s*/, '');
    const body = lines.join('\n').trim();
    return body === '' ? [] : [article('policy', slug(title), title, body, 'public')];
  });
}

export function productArticles(products: z.infer<typeof productsSchema>): SeedArticle[] {
  return Object.values(products).map(({ name, product_id: id, variants }) => {
    const all = Object.values(variants);
    const options = Object.keys(all[0]?.options ?? {});
    const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    const table = [
      row(['Item', ...options, 'Price', 'Available']),
      row(Array.from({ length: options.length + 3 }, () => '---')),
      ...all.map((variant) =>
        row([
          variant.item_id,
          ...options.map((option) => variant.options[option] ?? ''),
          `$${variant.price.toFixed(2)}`,
          variant.available ? 'yes' : 'no',
        ]),
      ),
    ];
    return article('product', `product-${id}`, name, `Product ${id}.\n\n${table.join('\n')}`, 'public');
  });
}

/** Step-by-step procedures for agents: internal. */
export function guidelineArticles(guidelines: z.infer<typeof guidelinesSchema>): SeedArticle[] {
  return Object.entries(guidelines).flatMap(([flow, { subflows }]) =>
    Object.entries(subflows).map(([name, { instructions, actions }]) => {
      const steps = actions.map(({ button, text, subtext }, index) => {
        const more = subtext.map((line) => `\n   - ${line}`).join('');
        return `${index + 1}. **${button}**: ${text}${more}`;
      });
      const [lead = '', ...closing] = instructions;
      const body = [lead, steps.join('\n'), ...closing].join('\n\n');
      return article('procedure', slug(`${flow}-${name}`), `${flow}: ${name}`, body, 'internal');
    }),
  );
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
