import type { DraftSession } from '@/lib/draft/session-state';
import type { ComposerState, ReadFailure } from '@/lib/helpdesk/contract';
import type { Settings } from '@/lib/settings/schema';
import type { Connection } from './connection';

export type Reading =
  | { state: 'idle' }
  | { state: 'reading' }
  | { state: 'read'; at: string }
  | { state: 'failed'; failure: ReadFailure };

/** Everything the panel shows. One value, replaced as a whole. */
export interface PanelState {
  connection: Connection;
  reading: Reading;
  session: DraftSession;
  /** The reply box as it was last looked at; `null`: not looked at yet. */
  composer: ComposerState | null;
  /** Published articles in this browser; `null`: still counting. */
  articles: number | null;
  settings: Settings;
  /** Who writes the next draft, and which hosts that tells something. */
  writer: { label: string; egress: readonly string[] };
  /** An outcome-less message for the agent, as a code. */
  notice: Notice | null;
}

/** Things done that can be undone or merely need saying; shown as a toast. */
export type Notice =
  | { code: 'copied' }
  | { code: 'copy-refused' }
  | { code: 'discarded' }
  | { code: 'nothing-to-insert' }
  | { code: 'storage-full' };
