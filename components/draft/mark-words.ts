import { i18n } from '#i18n';
import type { Claim } from '@/lib/draft/claim';
import type { Source } from '@/lib/draft/session/session-state';
import { unreachable } from '@/lib/result';

/** The letter of a mark: it carries the state where colour cannot. */
export function markGlyph(claim: Claim): string {
  switch (claim.state) {
    case 'contradicted':
      return '≠';
    case 'no-source':
      return '?';
    case 'doubted':
      return '~';
    case 'kept':
      return '✓';
    case 'ticket':
    case 'sourced':
      return claim.from === 'order' ? 'O' : 'T';
    default:
      return unreachable(claim.state);
  }
}

/** Accessible name of a mark: the state, why, and the words it speaks of. */
export function markName(claim: Claim): string {
  switch (claim.state) {
    case 'contradicted':
      return i18n.t('panel.mark.contradicted', [reasonWords(claim), claim.text]);
    case 'no-source':
      return i18n.t('panel.mark.noSource', [reasonWords(claim), claim.text]);
    case 'doubted':
      return i18n.t('panel.mark.doubted', [reasonWords(claim), claim.text]);
    case 'kept':
      return i18n.t('panel.mark.kept', [claim.text]);
    case 'ticket':
    case 'sourced':
      return i18n.t(claim.from === 'order' ? 'panel.mark.order' : 'panel.mark.message', [claim.text]);
    default:
      return unreachable(claim.state);
  }
}

/** Why a claim is not settled, as a sentence. */
export function reasonWords(claim: Claim): string {
  if (claim.state === 'doubted')
    return i18n.t(
      claim.opinion?.says === 'contradicted'
        ? 'panel.opinion.doubtedContradicted'
        : 'panel.opinion.doubtedNotStated',
    );
  switch (claim.reason) {
    case null:
      return i18n.t(claim.state === 'contradicted' ? 'panel.reason.contradicted' : 'panel.reason.none');
    case 'no-citation':
      return i18n.t('panel.reason.noCitation');
    case 'placeholder-left':
      return i18n.t('panel.reason.placeholderLeft');
    case 'unknown-citation':
      return i18n.t('panel.reason.unknownCitation');
    case 'value-not-in-source':
      return i18n.t('panel.reason.valueNotInSource');
    case 'source-not-in-force':
      return i18n.t('panel.reason.sourceNotInForce');
    case 'sources-disagree':
      return i18n.t('panel.reason.sourcesDisagree');
    case 'internal-source':
      return i18n.t('panel.reason.internalSource');
    case 'promise-without-source':
      return i18n.t('panel.reason.promiseWithoutSource');
    case 'action-not-in-ticket':
      return i18n.t('panel.reason.actionNotInTicket');
    case 'name-not-known':
      return i18n.t('panel.reason.nameNotKnown');
    case 'name-of-another':
      return i18n.t('panel.reason.nameOfAnother');
    case 'opposite-of-evidence':
      return i18n.t('panel.reason.oppositeOfEvidence');
    case 'opposite-in-draft':
      return i18n.t('panel.reason.oppositeInDraft');
    default:
      return unreachable(claim.reason);
  }
}

/** What the second reading says beside a mark that stands without it. */
export function opinionWords({ says }: NonNullable<Claim['opinion']>): string {
  if (says === 'supported') return i18n.t('panel.opinion.supported');
  return i18n.t(says === 'contradicted' ? 'panel.opinion.contradicted' : 'panel.opinion.notStated');
}

/** "Footnote 1, Holiday returns, supports 60 days from delivery". */
export function footnoteName(number: number, source: Source | undefined, claim: Claim | null): string {
  if (!source) return i18n.t('panel.footnote.bare', [number]);
  if (!claim) return i18n.t('panel.footnote.named', [number, source.title]);
  return i18n.t('panel.footnote.supports', [number, source.title, claim.text]);
}

/** `clock`: the passage is not in force; `lock`: it must not be told to a customer. */
export function footnoteFlag(source: Source | undefined): 'clock' | 'lock' | null {
  if (!source) return null;
  if (source.audience !== 'public') return 'lock';
  return source.inForce ? null : 'clock';
}
