import type { PlainResponse } from '../../core/http';
import type { MacroRecord } from '../records';
import type { ApiContext } from './context';
import { invalid } from './errors';
import { pageOf, sorted } from './paging';

export function macroShape(macro: MacroRecord, { date }: Pick<ApiContext, 'date'>): Record<string, unknown> {
  return {
    id: macro.id,
    uri: `/api/macros/${macro.id}/`,
    external_id: null,
    name: macro.name,
    intent: macro.intent,
    language: macro.language,
    usage: macro.usage,
    archived_datetime: date(macro.archivedAt),
    actions: macro.actions,
    created_datetime: date(macro.createdAt),
    updated_datetime: date(macro.createdAt + 86_400_000),
    // Nobody documents this; a reader must not mind.
    category: { standin: true },
  };
}

export function listMacros(context: ApiContext): PlainResponse {
  const { url } = context.request;
  const query = url.searchParams;
  const search = (query.get('search') ?? '').toLowerCase();
  const languages = query.getAll('languages').flatMap((each) => each.split(','));
  const archived = query.get('archived');
  const rows = context.account.macros
    .filter(({ name }) => name.toLowerCase().includes(search))
    .filter(({ language }) => languages.length === 0 || languages.includes(language))
    .filter(({ archivedAt }) => archived === null || (archivedAt !== null) === (archived === 'true'));
  const orderBy = query.get('order_by') ?? 'name:asc';
  if (orderBy.startsWith('relevance') && !query.has('ticket_id')) {
    return invalid({ order_by: ['relevance requires ticket_id.'] });
  }
  const ordered = sorted(rows, orderBy === 'relevance' ? 'usage:desc' : orderBy, {
    name: ({ name }) => name,
    usage: ({ usage }) => usage,
    relevance: ({ usage }) => usage,
    created_datetime: ({ createdAt }) => createdAt,
    updated_datetime: ({ createdAt }) => createdAt,
  });
  if (!ordered) return invalid({ order_by: ['Not a valid choice.'] });
  return pageOf(url, ordered, (macro) => macroShape(macro, context));
}
