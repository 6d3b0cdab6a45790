import {
  canInsert,
  claimsToSettle,
  currentAlternative,
  emptySession,
  isBusy,
} from '@/lib/draft/session/session';
import type { Drafting } from './drafting/drafting';
import type { WritingOptions } from './drafting/writing';
import type { Store } from './observable';
import type { PanelState } from './panel-state';
import type { Sessions } from './sessions';

/** What the agent asks for by key or button, now or as soon as the ticket is read. */
export interface Wishes {
  /** Drafts for the ticket on screen; before it was read, as soon as it is. */
  draft(instruction: string | null, options?: WritingOptions): void;
  /** With a draft standing, inserted or sent even, the browser's key only brings the panel to the front. */
  draftUnlessOneStands(): void;
  /** By the browser's key, from the helpdesk's page: says why, where a button would have been off. */
  insertFromPage(): void;
  /** The ticket was read: does what was asked for before. `false`: nothing was. */
  ticketRead(): boolean;
  /** Another ticket is on screen: a key pressed for the one before would send a request that nobody asked for. */
  forget(): void;
}

export function createWishes(
  state: Store<PanelState>,
  sessions: Sessions,
  drafting: Drafting,
  insert: () => void,
): Wishes {
  let whenRead: 'draft' | 'insert' | null = null;
  const currentKey = () => state.get().session.ticketKey;
  const mayShowTicket = () => ['looking', 'ticket'].includes(state.get().connection.state);

  const draft = (instruction: string | null, options: WritingOptions = {}) => {
    const key = currentKey();
    if (!key || !sessions.get(key).ticket) {
      if (mayShowTicket()) whenRead = 'draft';
      return;
    }
    whenRead = null;
    if (isBusy(sessions.get(key))) return;
    if (state.get().notice?.code === 'offline') state.update({ notice: null });
    drafting.start(key, instruction, options);
  };

  const draftUnlessOneStands = () => {
    const key = currentKey();
    whenRead = null;
    if (!key || !currentAlternative(sessions.get(key))) draft(null);
  };

  const insertFromPage = () => {
    const key = currentKey();
    const session = key === null ? emptySession : sessions.get(key);
    if (!session.ticket && mayShowTicket()) {
      whenRead = 'insert';
      return;
    }
    whenRead = null;
    const toSettle = claimsToSettle(session).length;
    if (!canInsert(session)) state.update({ notice: { code: 'nothing-to-insert' } });
    else if (toSettle > 0) state.update({ notice: { code: 'settle-first', claims: toSettle } });
    else insert();
  };

  return {
    draft,
    draftUnlessOneStands,
    insertFromPage,
    ticketRead() {
      const wished = whenRead;
      if (wished === 'draft') draftUnlessOneStands();
      else if (wished === 'insert') insertFromPage();
      return wished !== null;
    },
    forget() {
      whenRead = null;
    },
  };
}
