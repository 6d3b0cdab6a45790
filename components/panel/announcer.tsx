import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
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
  const moment = `${phase} ${insertion.state} ${session.alternatives.length} ${session.current}`;
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
  { phase, insertion }: DraftSession,
  { words, toSettle }: { words: number; toSettle: number },
): string {
  if (insertion.state === 'verified') return i18n.t('panel.live.inserted');
  if (insertion.state === 'sent') return i18n.t('panel.live.sent');
  switch (phase) {
    case 'searching':
    case 'writing':
      return i18n.t('panel.live.drafting');
    case 'ready':
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
