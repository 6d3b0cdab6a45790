import { i18n } from '#i18n';
import type { Insertion } from '@/lib/draft/session/session-state';
import type { Inserted } from '@/lib/helpdesk/contract';
import { Banner } from '../ui/banner';
import { Button } from '../ui/button';
import { type InsertionAction, insertionFailureWords } from './insertion-words';

export interface InsertionBannerProps {
  insertion: Insertion;
  ticketId: string;
  helpdesk: string;
  onUndo?: (() => void) | undefined;
  onAction: (action: InsertionAction) => void;
}

/** What a machine read back from the reply box, or that it could not. */
export function InsertionBanner({ insertion, ticketId, helpdesk, onUndo, onAction }: InsertionBannerProps) {
  if (insertion.state === 'verified') {
    return (
      <Banner
        tone={insertion.result.formatting === 'lost' ? 'warn' : 'ok'}
        fact={i18n.t('panel.verified.fact', [ticketId])}
        actions={
          <>
            {onUndo && (
              <Button compact onClick={onUndo}>
                {i18n.t('panel.verified.undo')}
              </Button>
            )}
            <span>{i18n.t('panel.verified.next', [helpdesk])}</span>
          </>
        }
      >
        {readBackWords(insertion.result)}
      </Banner>
    );
  }
  if (insertion.state !== 'failed') return null;
  const words = insertionFailureWords(insertion.failure, { ticketId, copied: insertion.copied });
  return (
    <Banner
      tone="bad"
      alert
      fact={words.fact}
      actions={words.actions.map((action, index) => (
        <Button
          key={action}
          compact
          variant={index === 0 ? 'plain' : 'ghost'}
          onClick={() => onAction(action)}
        >
          {actionName(action)}
        </Button>
      ))}
    >
      {words.detail}
    </Banner>
  );
}

/** What the reading back found; it never claims more. */
function readBackWords({ paragraphs, formatting }: Inserted): string {
  switch (formatting) {
    case 'kept':
      return i18n.t('panel.verified.kept', paragraphs);
    case 'plain':
      return i18n.t('panel.verified.plain', paragraphs);
    case 'lost':
      return i18n.t('panel.verified.lost', paragraphs);
  }
}

function actionName(action: InsertionAction): string {
  switch (action) {
    case 'try-again':
      return i18n.t('panel.action.tryAgain');
    case 'draft-again':
      return i18n.t('panel.draft.again');
    case 'choose-place':
      return i18n.t('panel.action.choosePlace');
    case 'show-found':
      return i18n.t('panel.action.showFound');
    case 'copy':
      return i18n.t('panel.draft.copy');
    case 'reload-page':
      return i18n.t('panel.action.lookAgain');
  }
}
