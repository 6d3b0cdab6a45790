import * as z from 'zod/mini';
import { normaliseSlots } from '../../slots';
import { blankContent } from '../../versions';
import { type Importer, type ImportItem, refuse } from '../contract';
import type { HtmlConverter } from '../formats/html-to-markdown';
import { keepLineBreaks } from '../formats/plain-text';
import { type HelpdeskSource, readPagesOf } from '../pages';
import { nextZendeskPage } from '../zendesk-paging';

const actionSchema = z.object({ field: z.string(), value: z.unknown() });
const macroSchema = z.object({
  id: z.number(),
  title: z.string(),
  active: z.optional(z.boolean()),
  actions: z.array(actionSchema),
  updated_at: z.nullish(z.string()),
});
type Action = z.infer<typeof actionSchema>;
const pageSchema = z.object({ macros: z.array(z.unknown()), count: z.optional(z.number()) });
const pages = { schema: pageSchema, list: 'macros' };

/** Replies of the macros that the agent may use. What else a macro does is kept to be shown, and never done. */
export const zendeskMacros: Importer<HelpdeskSource> = {
  id: 'zendesk-macros',
  name: 'Zendesk macros',
  async *open(input, signal) {
    const path = '/api/v2/macros/active.json?per_page=100';
    const seen = new Set<number>();
    let done = 0;
    for await (const page of readPagesOf(input, path, nextZendeskPage, pages, signal)) {
      if (!page.ok) {
        yield { kind: 'failed', failure: page.error };
        return;
      }
      for (const raw of page.value.macros) yield* readMacro(raw, input.account, input.convert, seen);
      done += page.value.macros.length;
      yield { kind: 'progress', done, total: page.value.count ?? null };
    }
  },
};

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
  // Pages are counted by number, so a macro can come twice when one is added meanwhile.
  if (seen.has(macro.id)) return;
  seen.add(macro.id);
  const { body, hidden } = await replyOf(macro.actions, convert);
  if (body === '') {
    yield refuse(macro.title, 'no-reply-text', macro.actions.map(({ field }) => field).join(', '));
    return;
  }
  const isInternal = macro.actions.some(
    ({ field, value }) => field === 'comment_mode_is_public' && String(value) === 'false',
  );
  const groups = macro.title.split('::');
  yield {
    kind: 'article',
    draft: {
      where: macro.title,
      externalId: `${account}/${macro.id}`,
      scope: account,
      url: `https://${account}/admin/workspaces/agent-workspace/macros/${macro.id}`,
      updatedAt: macro.updated_at ?? null,
      verification: null,
      hidden,
      content: {
        ...blankContent,
        kind: 'canned-reply',
        title: groups.join(': '),
        body,
        tags: groups.slice(0, -1),
        audience: isInternal ? 'internal' : 'public',
        status: macro.active === false ? 'archived' : 'published',
        actions: macro.actions
          .filter(({ field }) => !isReply(field) && field !== 'comment_mode_is_public')
          .map(({ field, value }) => ({ name: field, value: toWords(value) })),
      },
    },
  };
}

function isReply(field: string): boolean {
  return field === 'comment_value' || field === 'comment_value_html';
}

/** The rich text where there is one. `comment_value` is a text, or a channel and a text. */
async function replyOf(
  actions: readonly Action[],
  convert: HtmlConverter,
): Promise<{ body: string; hidden: number }> {
  const html = actions.find(({ field }) => field === 'comment_value_html')?.value;
  if (typeof html === 'string' && html.trim() !== '') {
    const { markdown, hidden } = await convert(html);
    return { body: normaliseSlots(markdown), hidden };
  }
  const value = actions.find(({ field }) => field === 'comment_value')?.value;
  const text = Array.isArray(value) ? value.at(-1) : value;
  return { body: typeof text === 'string' ? normaliseSlots(keepLineBreaks(text)) : '', hidden: 0 };
}

function toWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}
