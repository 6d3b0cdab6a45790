import * as z from 'zod/mini';

const envelopeSchema = z.object({
  next_page: z.nullish(z.string()),
  meta: z.nullish(z.object({ has_more: z.optional(z.boolean()) })),
  links: z.nullish(z.object({ next: z.nullish(z.string()) })),
});

/** Both of Zendesk's page styles: by cursor (`links.next` while `meta.has_more`) and by number (`next_page`). */
export function nextZendeskPage(body: unknown): string | null {
  const parsed = z.safeParse(envelopeSchema, body);
  if (!parsed.success) return null;
  const { meta, links, next_page } = parsed.data;
  if (meta) return meta.has_more === true ? (links?.next ?? null) : null;
  return next_page ?? null;
}
