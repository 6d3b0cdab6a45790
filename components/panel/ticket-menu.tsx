import type { Ref } from 'react';
import { currentAlternative, isBusy } from '@/lib/draft/session/session';
import type { DraftSession, Source } from '@/lib/draft/session/session-state';
import { ActionsMenu } from './actions-menu';
import type { PanelActions } from './panel-props';

export interface TicketMenuProps {
  buttonRef: Ref<HTMLButtonElement>;
  session: DraftSession;
  actions: PanelActions;
  onNeed: () => void;
  onSources: () => void;
  onSearchArticles: () => void;
  onCannedReplies: () => void;
  onInsertLink: (source: Source) => void;
  onKeys: () => void;
}

/** All that can be done with the ticket as it stands now. */
export function TicketMenu({ buttonRef, session, actions, ...events }: TicketMenuProps) {
  const { current, alternatives, insertion } = session;
  const busy = isBusy(session);
  const alternative = currentAlternative(session);
  const isDone = alternative !== null && !busy;
  const isSent = insertion.state === 'sent';
  const linkable = alternative?.sources.find((source) => source.url);
  return (
    <ActionsMenu
      buttonRef={buttonRef}
      run={{
        draftAgain: busy ? undefined : actions.draft,
        previousVersion: isDone && current > 0 ? () => actions.choose(current - 1) : undefined,
        nextVersion:
          isDone && current < alternatives.length - 1 ? () => actions.choose(current + 1) : undefined,
        viewRequest: actions.viewRequest,
        need: session.need ? events.onNeed : undefined,
        sources: session.sources.length > 0 ? events.onSources : undefined,
        articles: isSent ? undefined : events.onSearchArticles,
        cannedReply: events.onCannedReplies,
        link: isDone && linkable ? () => events.onInsertLink(linkable) : undefined,
        handOff: busy || isSent ? undefined : actions.handOff,
        missingArticle: actions.tellLead,
        copy: isDone ? actions.copy : undefined,
        undoInsertion: insertion.state === 'verified' ? actions.undoInsertion : undefined,
        workspace: actions.openWorkspace,
        keys: events.onKeys,
        discard: isDone ? actions.discard : undefined,
      }}
    />
  );
}
