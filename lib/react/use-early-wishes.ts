import { useEffect, useState } from 'react';
import { currentAlternative } from '@/lib/draft/session/session';
import type { DraftSession } from '@/lib/draft/session/session-state';
import type { Panel } from '@/lib/panel/panel-actions';

/** What an agent typed and pressed while the panel was opening: kept, and handed on once the ticket is there. */
export function useEarlyWishes(panel: Panel | null, session: DraftSession) {
  const [hint, setHint] = useState('');
  const [isDraftWanted, setDraftWanted] = useState(false);
  const isReady = panel !== null && session.ticket !== null;
  useEffect(() => {
    if (!isReady) return;
    if (hint !== '') panel.actions.setHint(hint);
    // A draft that was kept from before stands already: the press is answered by it.
    if (isDraftWanted && !currentAlternative(session)) panel.actions.draft();
    setHint('');
    setDraftWanted(false);
  }, [isReady, panel, session, hint, isDraftWanted]);
  return {
    hint,
    isDraftWanted,
    setHint,
    wantDraft: () => setDraftWanted(true),
    /** The session as it will be in a moment, so that no letter flickers. */
    session: hint === '' ? session : { ...session, hint },
  };
}
