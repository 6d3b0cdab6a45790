import type { DraftDocument } from '@/lib/draft/reply/document';
import { toPlainText } from '@/lib/draft/reply/write-reply';
import type { Insertion } from '@/lib/draft/session/session-state';
import type { ComposerMode, ComposerState, InsertRequest, Placement } from '@/lib/helpdesk/contract';
import type { Clock } from '@/lib/platform/clock';
import type { TabClient } from '@/lib/rpc/client';
import { renderReply } from './render-reply';

export type FoundComposer = Extract<ComposerState, { found: true }>;

type Asking = Extract<Insertion, { state: 'asking' }>;

export interface InsertionPlan {
  ticketId: string;
  document: DraftDocument;
  composer: FoundComposer;
  placement: Placement;
  requestId: string;
  /** As the helpdesk dates it. */
  lastMessageAt: string | null;
}

/** What the agent said yes to: a draft older than the ticket, a box with text in it, another mode than public. */
export interface Agreed {
  stale: boolean;
  placement: boolean;
  mode: ComposerMode;
}

/**
 * What must be asked before text is placed, or `null`. Nothing is ever overwritten or put elsewhere unasked, and
 * nothing is inserted unasked when the customer wrote again since.
 */
export function questionBefore(composer: FoundComposer, isStale: boolean, agreed: Agreed): Asking | null {
  if (isStale && !agreed.stale) return asking(composer, 'stale');
  if (composer.mode !== agreed.mode) return asking(composer, 'mode');
  if (composer.text.trim() !== '' && !agreed.placement) return asking(composer, 'not-empty');
  return null;
}

function asking(composer: FoundComposer, reason: Asking['reason']): Asking {
  return {
    state: 'asking',
    composerText: composer.text,
    mode: composer.mode,
    modeLabel: composer.modeLabel,
    reason,
  };
}

/** Places the text and tells what was read back. Success means that the reply box was compared, nothing less. */
export async function placeDraft(
  plan: InsertionPlan,
  client: TabClient,
  clock: Clock,
  signal: AbortSignal,
): Promise<Insertion> {
  const { composer } = plan;
  const request: InsertRequest = {
    requestId: plan.requestId,
    ticketId: plan.ticketId,
    html: await renderReply(plan.document, { paragraphGap: 'blank-line' }),
    text: toPlainText(plan.document),
    placement: plan.placement,
    expectedMode: composer.mode,
    expectedText: composer.text,
  };
  const answer = await client.call('composer.insert', request, signal);
  if (!answer.ok) return { state: 'failed', failure: { code: 'unreachable' }, copied: false };
  if (!answer.value.ok) return { state: 'failed', failure: answer.value.error, copied: false };
  const at = clock.now().toISOString();
  return {
    state: 'verified',
    at,
    lastMessageAt: plan.lastMessageAt ?? at,
    result: answer.value.value,
    placement: plan.placement,
  };
}
