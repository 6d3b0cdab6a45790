import { i18n } from '#i18n';
import type { Article, ArticleKind, Audience } from '@/lib/knowledge/article';
import type { Standing } from '@/lib/workspace/articles/article-list';
import { languageName, shortDate } from '../ui/format';

export function kindName(kind: ArticleKind): string {
  return i18n.t(kind === 'canned-reply' ? 'workspace.kind.cannedReply' : `workspace.kind.${kind}`);
}
export function audienceName(audience: Audience): string {
  return i18n.t(`workspace.audience.${audience}`);
}
export function statusName(status: Article['status']): string {
  return i18n.t(`workspace.status.${status}`);
}
export function dateBasisName(basis: Article['dateBasis']): string {
  if (basis === 'order-date') return i18n.t('workspace.dateBasis.orderDate');
  return basis === 'delivery-date'
    ? i18n.t('workspace.dateBasis.deliveryDate')
    : i18n.t('workspace.dateBasis.today');
}

export function forceText(
  { validFrom, validUntil }: Pick<Article, 'validFrom' | 'validUntil'>,
  now: number,
): string {
  const from = validFrom && shortDate(validFrom, now);
  const until = validUntil && shortDate(validUntil, now);
  if (from && until) return i18n.t('workspace.list.between', [from, until]);
  if (from) return i18n.t('workspace.list.since', [from]);
  return until ? i18n.t('workspace.list.until', [until]) : i18n.t('workspace.list.always');
}

export function standingText(standing: Standing, now: number): string {
  if (standing.on === null) return i18n.t('workspace.list.never');
  if (standing.state === 'expired') return i18n.t('workspace.list.expired');
  const date = shortDate(standing.on, now);
  return standing.state === 'due'
    ? i18n.t('workspace.list.dueOn', [date])
    : i18n.t('workspace.list.verifiedOn', [date]);
}

export function marketText(market: readonly string[]): string {
  return market.length === 0 ? i18n.t('workspace.list.marketAll') : market.join(', ');
}

export function localeText(locale: string): string {
  return locale === '' ? '' : languageName(locale);
}

/** An importer, or where else an article came from, as people call it. */
export function systemName(system: string): string {
  switch (system) {
    case 'files':
      return i18n.t('workspace.system.files');
    case 'zendesk-guide':
      return i18n.t('workspace.system.zendeskGuide');
    case 'zendesk-macros':
      return i18n.t('workspace.system.zendeskMacros');
    case 'gorgias-macros':
      return i18n.t('workspace.system.gorgiasMacros');
    case 'demo-shop':
      return i18n.t('workspace.system.demoShop');
    default:
      return system;
  }
}

/** Who wrote a version: a person's name as it stands, an import by its name. */
export function authorName(author: string): string {
  return author === 'workspace' ? i18n.t('workspace.author.here') : systemName(author);
}
