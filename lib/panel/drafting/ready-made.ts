import type { DraftDocument } from '@/lib/draft/reply/document';
import { currentAlternative } from '@/lib/draft/session/session';
import type { Alternative } from '@/lib/draft/session/session-state';
import type { PanelDeps } from '../deps';
import type { Sessions } from '../sessions';

export interface ReadyMade {
  document: DraftDocument;
  /** Stands where a draft names its writer. */
  writtenBy: string;
  audience?: Alternative['audience'];
}

/** Makes text that nobody had to write a version of the draft, so that nothing written before is lost. */
export function takeReadyMade(
  { newId, clock }: Pick<PanelDeps, 'newId' | 'clock'>,
  sessions: Sessions,
  ticketKey: string,
  { document, writtenBy, audience }: ReadyMade,
): void {
  const session = sessions.get(ticketKey);
  const id = newId();
  // What was said of the version before is not true of this one.
  sessions.dispatch(ticketKey, { type: 'insertion-changed', insertion: { state: 'none' } });
  sessions.dispatch(ticketKey, {
    type: 'writing-began',
    alternative: {
      id,
      document,
      instruction: null,
      writtenBy,
      finished: 'writing',
      editedByAgent: false,
      startedAt: clock.now().toISOString(),
      tookMs: 0,
      usage: null,
      claims: [],
      kept: [],
      sources: currentAlternative(session)?.sources ?? session.sources,
      warnings: [],
      ...(audience && { audience }),
    },
  });
  sessions.dispatch(ticketKey, {
    type: 'writing-ended',
    id,
    finished: 'complete',
    tookMs: 0,
    usage: null,
    failure: null,
  });
}
