import { i18n } from '#i18n';
import type { HandOffWords } from '@/lib/draft/hand-off/hand-off-note';
import { listOf, shortDate } from '../ui/format';

/** The words of a note to colleagues. `now`: milliseconds since the epoch, for days without their year. */
export function handOffWords(now: number): HandOffWords {
  return {
    name: i18n.t('panel.handOff.name'),
    asks: i18n.t('panel.handOff.asks'),
    facts: i18n.t('panel.handOff.facts'),
    tried: i18n.t('panel.handOff.tried'),
    found: i18n.t('panel.handOff.found'),
    missing: i18n.t('panel.handOff.missing'),
    angry: i18n.t('panel.handOff.angry'),
    worried: i18n.t('panel.handOff.worried'),
    nothingTried: i18n.t('panel.handOff.nothingTried'),
    noArticle: i18n.t('panel.handOff.noArticle'),
    near: (titles) => i18n.t('panel.handOff.near', [titles]),
    replies: (count, last) => i18n.t('panel.handOff.replies', count, [count, last]),
    ordered: (on) => i18n.t('panel.handOff.ordered', [on]),
    delivered: (on) => i18n.t('panel.handOff.delivered', [on]),
    day: (iso) => shortDate(iso, now),
    list: listOf,
  };
}
