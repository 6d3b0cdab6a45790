import { previewRequest } from '@/lib/draft/pipeline';
import { describeRequest, type OutboundRequest } from '@/lib/draft/prompt/outbound';
import type { ModelProvider, ModelRequest } from '@/lib/model/contract';
import type { TicketMask } from '@/lib/privacy/ticket-mask';
import type { PanelDeps } from '../deps';
import type { Sessions } from '../sessions';
import type { MaskOf } from './masks';
import { orderOf, type RoadDeps } from './road';

/** Puts a request into words; `null`: it was not sent yet. */
export type Describe = (sentAt: string | null) => OutboundRequest;

/** The requests of tickets, for an agent who wants to see what leaves. */
export interface Requests {
  /** A request leaves now. Gives what puts it into words when somebody looks; `null`: none leaves. */
  sendsNow(ticketKey: string, words: Describe | null): (() => OutboundRequest) | null;
  /** The one that left last, or the one that the next draft would send. */
  view(ticketKey: string): Promise<OutboundRequest | null>;
  forget(ticketKey: string): void;
}

export function createRequests(
  deps: PanelDeps,
  road: RoadDeps,
  sessions: Sessions,
  maskOf: MaskOf,
  signal: AbortSignal,
): Requests {
  const sent = new Map<string, () => OutboundRequest>();
  return {
    sendsNow(key, words) {
      if (!words) return null;
      const sentAt = deps.clock.now().toISOString();
      const outbound = () => words(sentAt);
      sent.set(key, outbound);
      return outbound;
    },
    async view(key) {
      const session = sessions.get(key);
      const { ticket } = session;
      if (!ticket) return null;
      const settings = deps.settings();
      const provider = await deps.provider(settings);
      if (provider.egress.length === 0) return toOutbound({ prompt: [] }, 'draft', provider, null, null);
      const mask = await maskOf(ticket);
      const known = sent.get(key);
      if (known) return known();
      const order = orderOf(ticket, session, { instruction: null, agentName: settings.agentName });
      const request = await previewRequest(order, { ...road, provider, mask }, signal);
      return request && toOutbound(request, 'draft', provider, mask, null);
    },
    forget: (key) => void sent.delete(key),
  };
}

export function toOutbound(
  request: Pick<ModelRequest, 'prompt'>,
  purpose: OutboundRequest['purpose'],
  provider: ModelProvider,
  mask: TicketMask | null,
  sentAt: string | null,
  question: readonly string[] = [],
): OutboundRequest {
  const about = { purpose, writer: provider.label, hosts: provider.egress, sentAt };
  return describeRequest(
    request.prompt,
    about,
    (placeholder) => mask?.vault.valueBehind(placeholder) ?? null,
    question,
  );
}
