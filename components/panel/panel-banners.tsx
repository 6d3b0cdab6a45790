import MailWarning from 'lucide-react/icons/mail-warning';
import { i18n } from '#i18n';
import type { DraftSession } from '@/lib/draft/session/session-state';
import type { Ticket } from '@/lib/ticket/ticket';
import { InsertionBanner } from '../insertion/insertion-banner';
import { firstWords } from '../insertion/insertion-sheet';
import type { InsertionAction } from '../insertion/insertion-words';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import { clockTime } from '../ui/format';
import { readFailureText } from './failure-words';
import type { PanelActions, PanelReading } from './panel-props';

export interface PanelBannersProps {
  session: DraftSession;
  ticket: Ticket;
  reading: PanelReading;
  helpdesk: string | null;
  actions: PanelActions;
  onInsert: () => void;
  onShowFound: (found: string) => void;
}

/** What changed outside since the draft began, and what happened in the reply box. */
export function PanelBanners({
  session,
  ticket,
  reading,
  helpdesk,
  actions,
  onInsert,
  onShowFound,
}: PanelBannersProps) {
  const { stale, insertion } = session;
  const runInsertionAction = (action: InsertionAction) => {
    const runs: Record<InsertionAction, () => void> = {
      'try-again': onInsert,
      'choose-place': onInsert,
      'draft-again': actions.draft,
      'show-found': () => {
        if (insertion.state === 'failed' && insertion.failure.code === 'not-verified')
          onShowFound(insertion.failure.found);
      },
      copy: actions.copy,
      'reload-page': actions.reloadPage,
    };
    runs[action]();
  };
  return (
    <>
      {stale && (
        <Banner
          tone="warn"
          alert
          icon={MailWarning}
          fact={staleFact(stale, ticket)}
          actions={
            <>
              <Button compact variant="primary" onClick={actions.draft}>
                {i18n.t('panel.draft.again')}
              </Button>
              <Button compact variant="ghost" onClick={actions.keepStaleDraft}>
                {i18n.t('panel.stale.keep')}
              </Button>
            </>
          }
        >
          {stale.text.trim() !== '' && i18n.t('panel.need.quote', [firstWords(stale.text, 120)])}
        </Banner>
      )}
      {reading.state === 'failed' && (
        <Banner
          tone="warn"
          fact={readFailureText(reading.failure).sentence}
          actions={
            <Button compact onClick={actions.readAgain}>
              {i18n.t('panel.action.lookAgain')}
            </Button>
          }
        >
          {i18n.t('panel.stale.lastReading', [clockTime(ticket.readAt)])}
        </Banner>
      )}
      <InsertionBanner
        insertion={insertion}
        ticketId={ticket.id}
        helpdesk={helpdesk ?? i18n.t('panel.header.helpdesk')}
        onUndo={actions.undoInsertion}
        onAction={runInsertionAction}
      />
    </>
  );
}

/** Who wrote again, and when. */
export function staleFact({ authorName, at }: NonNullable<DraftSession['stale']>, ticket: Ticket): string {
  const name = authorName ?? ticket.customer.name ?? i18n.t('panel.header.unknownCustomer');
  return at ? i18n.t('panel.stale.wroteAt', [name, clockTime(at)]) : i18n.t('panel.stale.wrote', [name]);
}
