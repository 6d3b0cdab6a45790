import { i18n } from '#i18n';
import type { Source } from '@/lib/draft/session/session-state';
import { shortDate } from '../ui/format';

export function kindName(kind: string): string {
  switch (kind) {
    case 'policy':
      return i18n.t('panel.kind.policy');
    case 'product':
      return i18n.t('panel.kind.product');
    case 'faq':
      return i18n.t('panel.kind.faq');
    case 'canned-reply':
      return i18n.t('panel.kind.cannedReply');
    case 'procedure':
      return i18n.t('panel.kind.procedure');
    case 'example':
      return i18n.t('panel.kind.example');
    default:
      // Kinds are the team's own words where a pack brings them.
      return kind;
  }
}

/** The one thing to know about a source's state, worst first. */
export function sourceState(source: Source, now: number): { words: string; tone: 'plain' | 'warn' | 'bad' } {
  if (source.gone) return { words: i18n.t('panel.source.gone'), tone: 'bad' };
  if (!source.inForce) return { words: notInForce(source, now), tone: 'bad' };
  if (source.audience !== 'public') return { words: i18n.t('panel.source.internal'), tone: 'warn' };
  const { state, at } = source.verified;
  if (state === 'due')
    return {
      words: at ? i18n.t('panel.source.dueSince', [shortDate(at, now)]) : i18n.t('panel.source.due'),
      tone: 'warn',
    };
  if (state === 'verified' && at)
    return { words: i18n.t('panel.source.verified', [shortDate(at, now)]), tone: 'plain' };
  return { words: i18n.t('panel.source.neverVerified'), tone: 'plain' };
}

function notInForce(source: Source, now: number): string {
  if (source.validUntil && Date.parse(source.validUntil) < now) {
    return i18n.t('panel.source.endedOn', [shortDate(source.validUntil, now)]);
  }
  if (source.validFrom) return i18n.t('panel.source.from', [shortDate(source.validFrom, now)]);
  return i18n.t('panel.source.notInForce');
}

/** The line that tells since when, and by whom, for the passage sheet. */
export function forceWords(source: Source, now: number): string[] {
  const words: string[] = [i18n.t('panel.source.version', [source.articleVersion])];
  if (!source.inForce) words.push(notInForce(source, now));
  else if (source.validFrom && source.validUntil) {
    words.push(
      i18n.t('panel.source.inForceBetween', [
        shortDate(source.validFrom, now),
        shortDate(source.validUntil, now),
      ]),
    );
  } else if (source.validFrom)
    words.push(i18n.t('panel.source.inForceSince', [shortDate(source.validFrom, now)]));
  else if (source.validUntil)
    words.push(i18n.t('panel.source.inForceUntil', [shortDate(source.validUntil, now)]));
  else words.push(i18n.t('panel.source.inForceAlways'));
  const { state, at, by } = source.verified;
  if (at && by)
    words.push(
      i18n.t(state === 'due' ? 'panel.source.dueBy' : 'panel.source.verifiedBy', [shortDate(at, now), by]),
    );
  else words.push(sourceState({ ...source, inForce: true, gone: false, audience: 'public' }, now).words);
  return words;
}
