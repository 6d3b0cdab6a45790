import type { OutboundRequest } from '@/lib/draft/prompt/outbound';
import type { DraftDocument } from '@/lib/draft/reply/document';
import type { DifferencePart } from '@/lib/draft/session/outcome';
import { emptySession } from '@/lib/draft/session/session';
import type { DraftSession, Source } from '@/lib/draft/session/session-state';
import type { ComposerState, ReadFailure } from '@/lib/helpdesk/contract';
import { defaultSettings, type Settings } from '@/lib/settings/schema';
import type { Connection } from './following/connection';

export type Reading =
  | { state: 'idle' }
  | { state: 'reading' }
  | { state: 'read'; at: string }
  | { state: 'failed'; failure: ReadFailure };

/** A reply to take as it is, its slots filled from the ticket. */
export interface CannedReply {
  id: string;
  title: string;
  document: DraftDocument;
  preview: string;
}

/** What a search as you type brought. `none`: nothing was typed. */
export type ArticleFinding =
  | { state: 'none' }
  | { state: 'found'; articles: readonly Source[] }
  | { state: 'failed' };

/** Everything the panel shows. One value, replaced as a whole. */
export interface PanelState {
  connection: Connection;
  reading: Reading;
  session: DraftSession;
  /** The reply box as it was last looked at; `null`: not looked at yet. */
  composer: ComposerState | null;
  /** Published articles in this browser; `null`: still counting. */
  articles: number | null;
  importing: { done: number; of: number } | null;
  settings: Settings;
  /** Who writes the next draft, and which hosts that tells something. */
  writer: { label: string; egress: readonly string[] };
  /** The endpoint's key waits for its passphrase; `null`: it does not. */
  lock: PanelLock | null;
  /** The browser's own key for inserting, as it is set now; `null`: none is. */
  insertKey: string | null;
  /** Values masked in the last request; `null`: none was made. */
  maskedValues: number | null;
  /** The outbound preview while it is open; `making`: the request is being put together. */
  outbound: OutboundRequest | 'making' | null;
  /** The request on show waits for the agent's word before it is sent. */
  isAsked: boolean;
  cannedReplies: readonly CannedReply[];
  articleFinding: ArticleFinding;
  /** The sent reply against the draft. */
  difference: readonly DifferencePart[] | null;
  useful: boolean | null;
  notice: Notice | null;
}

export interface PanelLock {
  /** No passphrase is tried before; milliseconds since the epoch. */
  waitUntil: number | null;
  isOpening: boolean;
  /** Of the last try. */
  problem: 'not-opened' | 'storage' | null;
}

/** Things done that can be undone or merely need saying; shown as a toast. */
export type Notice =
  | {
      code:
        | 'copied'
        | 'copy-refused'
        | 'discarded'
        | 'nothing-to-insert'
        | 'offline'
        | 'storage-full'
        | 'demo-failed'
        | 'rating-lost'
        | 'record-lost';
    }
  /** Claims that nothing stands behind cost a press each before they can reach a customer. */
  | { code: 'settle-first'; claims: number };

/** Before anything is known. */
export const initialState: PanelState = {
  connection: { state: 'looking' },
  reading: { state: 'idle' },
  session: emptySession,
  composer: null,
  articles: null,
  importing: null,
  settings: defaultSettings,
  writer: { label: '', egress: [] },
  lock: null,
  insertKey: null,
  maskedValues: null,
  outbound: null,
  isAsked: false,
  cannedReplies: [],
  articleFinding: { state: 'none' },
  difference: null,
  useful: null,
  notice: null,
};
