import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { withOpinions } from '@/lib/draft/ledger/second-reading/merge';
import { currentAlternative } from '@/lib/draft/session/session';
import type { DraftSession } from '@/lib/draft/session/session-state';
import { LiveRegion } from '../ui/live-region';

/** After a pause in editing; a new phase is told at once. */
const editPauseMs = 1000;

export interface AnnouncerProps {
  session: DraftSession;
  words: number;
  toSettle: number;
}

/** The panel's one polite voice. The stream itself is silent. */
export function Announcer({ session, words, toSettle }: AnnouncerProps) {
  const { phase, insertion } = session;
  const moment = `${phase} ${insertion.state} ${session.alternatives.length} ${session.current} ${secondMoment(session)}`;
  const [said, setSaid] = useState({ moment: '', toSettle: 0, text: '' });

  useEffect(() => {
    if (said.moment === moment && said.toSettle === toSettle) return;
    const text = announcement(session, { words, toSettle });
    const timer = setTimeout(
      () => setSaid({ moment, toSettle, text }),
      said.moment === moment ? editPauseMs : 0,
    );
    return () => clearTimeout(timer);
  }, [moment, toSettle, said, session, words]);

  return <LiveRegion text={said.text} busy={phase === 'writing'} />;
}

/** What is said when this state begins. */
export function announcement(
  session: DraftSession,
  { words, toSettle }: { words: number; toSettle: number },
): string {
  const { phase, insertion } = session;
  if (insertion.state === 'verified') return i18n.t('panel.live.inserted');
  if (insertion.state === 'sent') return i18n.t('panel.live.sent');
  switch (phase) {
    case 'searching':
    case 'writing':
      return i18n.t('panel.live.drafting');
    case 'ready':
      if (secondMoment(session) !== '') return secondWords(session);
      return toSettle > 0
        ? i18n.t('panel.live.readyToSettle', toSettle, [words, toSettle])
        : i18n.t('panel.live.ready', words);
    case 'partial':
      return i18n.t('panel.live.stopped', words);
    case 'idle':
    case 'failed':
      // A failure stands on screen in words; it takes no alert away from what needs one.
      return phase === 'failed' ? i18n.t('panel.live.failed') : '';
  }
}

/** A second reading that ended, on its own, behind the agent's back. */
function secondMoment(session: DraftSession): 'read' | 'failed' | '' {
  const state = currentAlternative(session)?.secondReading?.state;
  return state === 'read' || state === 'failed' ? state : '';
}

function secondWords(session: DraftSession): string {
  const { claims = [], secondReading } = currentAlternative(session) ?? {};
  if (secondReading?.state !== 'read') return i18n.t('panel.live.secondFailed');
  const marked = withOpinions(claims, secondReading.opinions);
  return i18n.t('panel.live.second', marked.filter(({ state }) => state === 'doubted').length);
}
