import * as z from 'zod/mini';
import { normaliseSlots } from '../../slots';
import { blankContent } from '../../versions';
import { type Importer, type ImportItem, refuse } from '../contract';
import type { HtmlConverter } from '../formats/html-to-markdown';
import { toLocale } from '../formats/metadata';
import { keepLineBreaks } from '../formats/plain-text';
import { type HelpdeskSource, readPagesOf } from '../pages';

const macroSchema = z.object({
  id: z.number(),
  name: z.string(),
  intent: z.nullish(z.string()),
  language: z.nullish(z.string()),
  archived_datetime: z.nullish(z.string()),
  updated_datetime: z.nullish(z.string()),
  actions: z.nullish(
    z.array(
      z.object({
        name: z.string(),
        title: z.nullish(z.string()),
        arguments: z.nullish(z.record(z.string(), z.unknown())),
      }),
    ),
  ),
});
type Macro = z.infer<typeof macroSchema>;
type Action = NonNullable<Macro['actions']>[number];

const pageSize = 100;
/** A list with its cursor, or (in older accounts) the bare list. */
const pageSchema = z.union([
  z.array(z.unknown()),
  z.object({
    data: z.array(z.unknown()),
    meta: z.nullish(z.object({ next_cursor: z.nullish(z.string()), next_items: z.nullish(z.string()) })),
  }),
]);
const pages = { schema: pageSchema, list: 'data' };

/** Replies of Gorgias macros. What else a macro does is kept to be shown, and never done. */
export const gorgiasMacros: Importer<HelpdeskSource> = {
  id: 'gorgias-macros',
  name: 'Gorgias macros',
  async *open(input, signal) {
    const path = `/api/macros?limit=${pageSize}`;
    const seen = new Set<number>();
    let done = 0;
    for await (const page of readPagesOf(input, path, nextGorgiasPage, pages, signal)) {
      if (!page.ok) {
        yield { kind: 'failed', failure: page.error };
        return;
      }
      const macros = Array.isArray(page.value) ? page.value : page.value.data;
      const before = seen.size;
      for (const raw of macros) yield* readMacro(raw, input.account, input.convert, seen);
      // An account that ignores page numbers would answer the same list for ever.
      if (seen.size === before) return;
      done += macros.length;
      yield { kind: 'progress', done, total: null };
    }
  },
};

function nextGorgiasPage(body: unknown, path: string): string | null {
  const parsed = z.safeParse(pageSchema, body);
  if (!parsed.success) return null;
  const query = new URLSearchParams(path.split('?')[1]);
  if (Array.isArray(parsed.data)) {
    // The bare list tells no next page: a full one may have one, an empty one ends the search.
    if (parsed.data.length < pageSize) return null;
    query.set('page', String(Number(query.get('page') ?? 1) + 1));
    return `/api/macros?${query}`;
  }
  const { meta } = parsed.data;
  if (meta?.next_items) return meta.next_items;
  if (!meta?.next_cursor) return null;
  query.set('cursor', meta.next_cursor);
  return `/api/macros?${query}`;
}

async function* readMacro(
  raw: unknown,
  account: string,
  convert: HtmlConverter,
  seen: Set<number>,
): AsyncGenerator<ImportItem> {
  const parsed = z.safeParse(macroSchema, raw);
  if (!parsed.success) {
    yield refuse(account, 'unexpected-shape', parsed.error.issues[0]?.path.join('.') ?? null);
    return;
  }
  const macro = parsed.data;
  if (seen.has(macro.id)) return;
  seen.add(macro.id);
  const actions = macro.actions ?? [];
  const { body, hidden } = await replyOf(actions, convert);
  if (body === '') {
    yield refuse(macro.name, 'no-reply-text', actions.map(({ name }) => name).join(', '));
    return;
  }
  yield {
    kind: 'article',
    draft: {
      where: macro.name,
      externalId: `${account}/${macro.id}`,
      scope: account,
      url: `https://${account}/app/settings/macros/${macro.id}`,
      updatedAt: macro.updated_datetime ?? null,
      verification: null,
      hidden,
      content: {
        ...blankContent,
        kind: 'canned-reply',
        title: macro.name,
        body,
        locale: toLocale(macro.language ?? null) ?? '',
        tags: macro.intent ? [macro.intent] : [],
        status: macro.archived_datetime ? 'archived' : 'published',
        actions: actions
          .filter(({ name }) => name !== 'setResponseText')
          .map(({ name, arguments: values }) => ({ name, value: toWords(values) })),
      },
    },
  };
}

/** Only `setResponseText` is known to hold what the customer reads. */
async function replyOf(
  actions: readonly Action[],
  convert: HtmlConverter,
): Promise<{ body: string; hidden: number }> {
  const given = actions.find(({ name }) => name === 'setResponseText')?.arguments;
  const html = given?.body_html;
  if (typeof html === 'string' && html.trim() !== '') {
    const { markdown, hidden } = await convert(html);
    if (markdown !== '') return { body: normaliseSlots(markdown), hidden };
  }
  const text = given?.body_text;
  return { body: typeof text === 'string' ? normaliseSlots(keepLineBreaks(text)) : '', hidden: 0 };
}

function toWords(values: Action['arguments']): string {
  return Object.values(values ?? {})
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join(', ');
}
