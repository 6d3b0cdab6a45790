import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { i18n } from '#i18n';
import type { Alternative, Evidence } from '@/lib/draft/session/session-state';
import type { Need } from '@/lib/ticket/need';
import type { Ticket } from '@/lib/ticket/ticket';
import { listOf } from '../ui/format';
import { IconButton } from '../ui/icon-button';
import { DraftNotices } from './draft-notices';
import { evidenceWords } from './ledger-line';
import styles from './under-draft.module.css';

export interface UnderDraftProps {
  alternative: Alternative;
  place: { index: number; of: number };
  words: number;
  evidence: Evidence | null;
  need: Need | null;
  ticket: Ticket;
  onShow: (index: number) => void;
}

/** One line of what it knew and did not check, and which of the versions this is. */
export function UnderDraft({ alternative, place, words, evidence, need, ticket, onShow }: UnderDraftProps) {
  const seconds = Math.max(0.1, Math.round(alternative.tookMs / 100) / 10);
  return (
    <div className={styles.under}>
      <DraftNotices warnings={alternative.warnings} language={need?.language ?? null} />
      <p>{knewWords({ alternative, evidence, need, ticket })}</p>
      <div className={styles.versions}>
        {place.of > 1 && (
          <span className={styles.arrows}>
            <IconButton
              glyph={ChevronLeft}
              size={24}
              name={i18n.t('panel.versions.previous')}
              off={place.index === 0}
              onClick={() => onShow(place.index - 1)}
            />
            <span>{i18n.t('panel.versions.place', [place.index + 1, place.of])}</span>
            <IconButton
              glyph={ChevronRight}
              size={24}
              name={i18n.t('panel.versions.next')}
              off={place.index === place.of - 1}
              onClick={() => onShow(place.index + 1)}
            />
          </span>
        )}
        <span className="clip">
          {[
            alternative.writtenBy,
            i18n.t('panel.versions.words', words),
            i18n.t('panel.versions.seconds', [new Intl.NumberFormat().format(seconds)]),
            alternative.editedByAgent && i18n.t('panel.versions.edited'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {alternative.instruction && <p>{i18n.t('panel.versions.asked', [alternative.instruction])}</p>}
      {alternative.warnings.includes('instruction-not-followed') && (
        <p>{i18n.t('panel.versions.notFollowed')}</p>
      )}
    </div>
  );
}

function knewWords({
  alternative,
  evidence,
  need,
  ticket,
}: Pick<UnderDraftProps, 'alternative' | 'evidence' | 'need' | 'ticket'>) {
  const articles = new Set(alternative.sources.map((source) => source.articleId)).size;
  const orders = need?.orderNames.length ? need.orderNames : ticket.orders.map((order) => order.name);
  const known = listOf([
    i18n.t('panel.knew.articles', articles),
    ...orders.slice(0, 2).map((name) => i18n.t('panel.knew.order', [name])),
    i18n.t('panel.need.messages', ticket.messages.length),
  ]);
  const sentences = [
    evidence && i18n.t('panel.knew.with', [evidenceWords(evidence.level), known]),
    ticket.gaps.length > 0 && i18n.t('panel.knew.notRead', [listOf(ticket.gaps)]),
    i18n.t('panel.knew.notChecked'),
  ];
  return sentences.filter(Boolean).join(' ');
}
