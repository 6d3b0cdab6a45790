import { i18n } from '#i18n';
import type { ImportFailure, Refusal, RefusalCode } from '@/lib/knowledge/import/contract';
import type { ImportReport, ImportRow } from '@/lib/knowledge/import/report';
import { unreachable } from '@/lib/result';
import type { ImportRequest } from '@/lib/workspace/deps';
import { systemName } from './article-words';

/** What was chosen, as people would call it. */
export function requestName(request: Pick<ImportRequest, 'importer' | 'label'>): string {
  return request.label === '' || request.importer === 'demo-shop'
    ? systemName(request.importer)
    : `${systemName(request.importer)}, ${request.label}`;
}

export function verdictName(verdict: ImportRow['verdict'] | 'refused'): string {
  switch (verdict) {
    case 'new':
      return i18n.t('workspace.import.new');
    case 'changed':
      return i18n.t('workspace.import.changed');
    case 'both-changed':
      return i18n.t('workspace.import.both');
    case 'gone':
      return i18n.t('workspace.import.gone');
    case 'refused':
      return i18n.t('workspace.import.refused');
    default:
      return unreachable(verdict);
  }
}

export function verdictNote(verdict: ImportRow['verdict']): string {
  switch (verdict) {
    case 'new':
      return i18n.t('workspace.import.noteNew');
    case 'changed':
      return i18n.t('workspace.import.noteChanged');
    case 'both-changed':
      return i18n.t('workspace.import.noteBoth');
    case 'gone':
      return i18n.t('workspace.import.noteGone');
    default:
      return unreachable(verdict);
  }
}

const why = {
  'missing-text': 'missingText',
  'no-reply-text': 'noReplyText',
  'unsupported-format': 'unsupportedFormat',
  'not-text': 'notText',
  'too-large': 'tooLarge',
  'bad-front-matter': 'badFrontMatter',
  'bad-json': 'badJson',
  'bad-row': 'badRow',
  'ragged-row': 'raggedRow',
  'no-known-columns': 'noKnownColumns',
  'unknown-value': 'unknownValue',
  'duplicate-id': 'duplicateId',
  'personal-data': 'personalData',
  'housekeeping-file': 'housekeepingFile',
  'unexpected-shape': 'unexpectedShape',
  'unreadable-file': 'unreadableFile',
} as const satisfies Record<RefusalCode, string>;

/** Why a row was not taken and what to do, with what the importer can tell of it. */
export function refusalText({ why: code, detail, rows }: Refusal): string {
  const sentence = i18n.t(`workspace.import.why.${why[code]}`);
  const about = [detail, rows > 1 ? i18n.t('workspace.import.refusedRows', rows) : null]
    .filter(Boolean)
    .join(', ');
  return about === '' ? sentence : i18n.t('workspace.import.why.detail', [sentence, about]);
}

/** Why a run did not reach its end; `null` when it did. Trouble of the storage is told by its own words. */
export function endingText(report: ImportReport): string | null {
  if (report.stopped === 'cancelled') return i18n.t('workspace.import.stopped');
  if (report.stopped === 'source') return failureText(report.failure);
  if (report.stopped === 'storage') {
    return report.failure.code === 'storage-full'
      ? i18n.t('workspace.trouble.storageFull')
      : i18n.t('workspace.trouble.storageDamaged');
  }
  return null;
}

function failureText(failure: ImportFailure): string {
  switch (failure.code) {
    case 'signed-out':
      return i18n.t('workspace.import.failure.signedOut');
    case 'forbidden':
      return i18n.t('workspace.import.failure.forbidden');
    case 'not-found':
      return i18n.t('workspace.import.failure.notFound');
    case 'rate-limited':
      return failure.retryAfterSeconds === null
        ? i18n.t('workspace.import.failure.rateLimited')
        : i18n.t('workspace.import.failure.rateLimitedFor', [failure.retryAfterSeconds]);
    case 'server':
      return i18n.t('workspace.import.failure.server', [failure.status]);
    case 'not-json':
      return i18n.t('workspace.import.failure.notJson');
    case 'unexpected-shape':
      return i18n.t('workspace.import.failure.unexpectedShape');
    case 'page-gone':
      return i18n.t('workspace.import.failure.pageGone');
    case 'network':
      return i18n.t('workspace.import.failure.network');
    case 'bad-next-page':
      return i18n.t('workspace.import.failure.badNextPage');
    case 'source-unavailable':
    case 'aborted':
      return i18n.t('workspace.import.failure.unavailable');
    default:
      return unreachable(failure);
  }
}
