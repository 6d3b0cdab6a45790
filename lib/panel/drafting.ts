import type { DraftDocument } from '@/lib/draft/document';
import { findSources } from '@/lib/draft/find-sources';
import type { Ledger } from '@/lib/draft/open-ledger';
import { chosenOrder } from '@/lib/draft/order-names';
import { describeRequest, type OutboundRequest } from '@/lib/draft/outbound';
import { type DraftDeps, type DraftOrder, draftReply, previewRequest } from '@/lib/draft/pipeline';
import { currentAlternative } from '@/lib/draft/session';
import type { SessionAction } from '@/lib/draft/session-action';
import type { DraftSession, Source } from '@/lib/draft/session-state';
import type { ModelProvider, ModelRequest } from '@/lib/model/contract';
import { localDate } from '@/lib/platform/clock';
import type { TicketMask } from '@/lib/privacy/ticket-mask';
import type { Need } from '@/lib/ticket/need';
import type { Ticket } from '@/lib/ticket/ticket';
import { createAsking, type RequestAnswer } from './asking';
import type { BegunDraft } from './audit-events';
import type { PanelDeps } from './deps';
import { gather } from './gather';
import { prepareMask, rehearse } from './rehearse';
import { loadSanitiser } from './render-reply';
import type { Sessions } from './sessions';

export interface Drafting {
  /** Derives the need, so that the panel can show it before anything is asked for. */
  prepare(ticketKey: string): Promise<void>;
  /** Walks the road of a reply. One at a time per ticket: while it runs, a second press does nothing. */
  start(ticketKey: string, instruction: string | null, options: { withoutModel?: boolean }): void;
  stop(ticketKey: string): void;
  /** Drops what is known of a ticket: it was erased. */
  forget(ticketKey: string): void;
  /** The agent's word on a request that waits for it. */
  answerRequest(ticketKey: string, answer: RequestAnswer): void;
  /** The request that the last draft sent, or the one that the next would send. */
  viewRequest(ticketKey: string): Promise<OutboundRequest | null>;
  /** Takes the agent's text and checks its claims once the typing pauses. */
  edit(ticketKey: string, document: DraftDocument): void;
}

export interface DraftingEvents {
  /** How many values were masked in the request that leaves; `null`: none leaves. */
  onMasked(values: number | null): void;
  /** A draft begins to be written; its request, if it makes one, leaves next. */
  onBegun(draft: BegunDraft): void;
  /** A request waits for the agent's word; `null`: it was given. */
  onAsked(ticketKey: string, request: OutboundRequest | null): void;
  /** The model cannot be reached for want of a network: the draft is quoted instead. */
  onOffline(): void;
}

/** Claims of an edited text are checked after a pause this long. */
const checkPauseMs = 150;
/**
 * Between key press and request nothing is drawn, for drawing would hold the request up: what happens on the way is shown
 * this soon after the request went, and at the latest after a time that still feels like at once (Nielsen: 100 ms).
 */
const showAfterRequestMs = 4;
const showAtLatestMs = 80;

/** Puts a request into words; `null`: it was not sent yet. */
type Describe = (sentAt: string | null) => OutboundRequest;

export function createDrafting(
  deps: PanelDeps,
  sessions: Sessions,
  events: DraftingEvents,
  signal: AbortSignal,
): Drafting {
  const running = new Map<string, { abort(): void }>();
  const masks = new WeakMap<Ticket, { orderNames: boolean; mask: Promise<TicketMask> }>();
  const maskOf = (ticket: Ticket): Promise<TicketMask> => {
    const orderNames = deps.settings().maskOrders;
    const known = masks.get(ticket);
    if (known?.orderNames === orderNames) return known.mask;
    const mask = deps.maskFor(ticket, { orderNames });
    masks.set(ticket, { orderNames, mask });
    return mask;
  };
  const rehearsed = new WeakSet<Ticket>();
  const pause = () => deps.clock.sleep(0, signal);
  const checks = new Map<string, AbortController>();
  /** Makes the description of what left for each ticket last, for the outbound preview. */
  const sent = new Map<string, () => OutboundRequest>();
  const asking = createAsking(events.onAsked);

  const run = async (key: string, instruction: string | null, options: { withoutModel?: boolean }) => {
    const session = sessions.get(key);
    const { ticket } = session;
    if (!ticket || running.has(key)) return;
    const stop = new AbortController();
    const mine = AbortSignal.any([signal, stop.signal]);
    const settings = deps.settings();
    let isOffline = false;
    const made: { prompt: ModelRequest['prompt']; outbound: Describe | null } = {
      prompt: [],
      outbound: null,
    };
    let answer: RequestAnswer = 'send';
    const shown = gather(showAtLatestMs, deps.clock, (change: () => void) => change(), signal);
    running.set(key, {
      abort() {
        // What the agent does next comes after what was written before.
        shown.flush();
        stop.abort();
      },
    });
    const order = orderOf(ticket, session, { instruction, agentName: settings.agentName });
    try {
      const provider = options.withoutModel ? deps.withoutModel() : await deps.provider(settings);
      const mask = provider.egress.length > 0 ? await maskOf(ticket) : null;
      const draftDeps: DraftDeps = {
        ...draftDepsBase(),
        provider,
        mask,
        onRequest: (request) => {
          made.prompt = request.prompt;
          made.outbound = mask && ((sentAt) => toOutbound(request, provider, mask, sentAt));
        },
      };
      for await (const action of draftReply(order, draftDeps, mine)) {
        if (action.type === 'writing-began') {
          // The road stands still here: nothing leaves before the next step is asked of it.
          if (made.outbound && settings.askBefore) answer = await asking.ask(key, made.outbound(null), mine);
          if (answer !== 'send') break;
          const outbound = describeSent(made.outbound);
          if (outbound) sent.set(key, outbound);
          const masked = mask && countOf(mask);
          shown.add(() => events.onMasked(masked));
          const { alternative } = action;
          events.onBegun({ ticket, alternative, provider, prompt: made.prompt, outbound });
        }
        shown.add(() => sessions.dispatch(key, action));
        if (action.type === 'writing-began')
          void deps.clock.sleep(showAfterRequestMs, mine).then(shown.flush);
        isOffline ||= isForWantOfNetwork(action);
      }
    } finally {
      shown.flush();
      running.delete(key);
      // Something above threw: that is a bug, told where bugs are told, and no reason for a panel that waits for ever.
      sessions.dispatch(key, { type: 'draft-stopped' });
      await sessions.flush();
    }
    if (isOffline) events.onOffline();
    if (isOffline || answer === 'without-model') await run(key, instruction, { withoutModel: true });
  };

  /** What left now, put into words when somebody looks. */
  const describeSent = (telling: Describe | null) => {
    const sentAt = deps.clock.now().toISOString();
    return telling && (() => telling(sentAt));
  };

  /** Evidence before prose: what a draft would stand on is shown before one is asked for. */
  const showSources = async (key: string) => {
    const { ticket, need, hint, pinned, excluded } = sessions.get(key);
    if (!ticket || !need) return;
    const began = deps.clock.elapsed();
    const order = { ticket, need, hint, pinned, excluded };
    const found = await findSources(order, need, draftDepsBase(), signal);
    const tookMs = Math.round(deps.clock.elapsed() - began);
    // Choosing them and drawing them are two tasks.
    await pause();
    if ('failure' in found || sessions.get(key).phase !== 'idle') return;
    const { evidence, passagesSearched } = found.result;
    sessions.dispatch(key, {
      type: 'sources-found',
      sources: found.sources,
      evidence: { level: evidence, tookMs, passagesSearched },
    });
  };

  const draftDepsBase = () => ({
    search: deps.search,
    openLedger: deps.openLedger,
    deriveNeed: deps.deriveNeed,
    readArticles: deps.readArticles,
    clock: {
      ms: deps.clock.elapsed,
      iso: () => deps.clock.now().toISOString(),
      today: () => localDate(deps.clock.now()),
      sleep: deps.clock.sleep,
    },
    newId: deps.newId,
    newToken: deps.newToken,
  });

  const ledgers = new Map<string, { of: readonly unknown[]; ledger: Ledger }>();
  /** The ledger of the draft on screen, opened once for as long as nothing it stands on changes. */
  const ledgerOf = (key: string, ticket: Ticket, sources: readonly Source[], need: Need | null): Ledger => {
    const order = chosenOrder(ticket.orders, need?.orderNames ?? []);
    const of = [ticket, sources, order];
    const known = ledgers.get(key);
    if (known && of.every((part, index) => part === known.of[index])) return known.ledger;
    const ledger = deps.openLedger({ sources, ticket, order, audience: 'public' });
    ledgers.set(key, { of, ledger });
    return ledger;
  };

  const check = async (key: string) => {
    const session = sessions.get(key);
    const alternative = currentAlternative(session);
    if (!alternative || !session.ticket) return;
    const { id, document, sources } = alternative;
    const claims = await ledgerOf(key, session.ticket, sources, session.need)
      .check(document, [])
      .catch(() => null);
    if (claims === null) return sessions.dispatch(key, { type: 'warned', id, code: 'claims-unchecked' });
    // Claims of an older text would mark the wrong words; the newer text has a check of its own coming.
    if (currentAlternative(sessions.get(key))?.document !== document) return;
    sessions.dispatch(key, { type: 'claims-checked', id, claims });
  };

  const viewRequest = async (key: string): Promise<OutboundRequest | null> => {
    const session = sessions.get(key);
    const { ticket } = session;
    if (!ticket) return null;
    const settings = deps.settings();
    const provider = await deps.provider(settings);
    if (provider.egress.length === 0) return toOutbound({ prompt: [] }, provider, null, null);
    const mask = await maskOf(ticket);
    const known = sent.get(key);
    if (known) return known();
    const order = orderOf(ticket, session, { instruction: null, agentName: settings.agentName });
    const request = await previewRequest(order, { ...draftDepsBase(), provider, mask }, signal);
    return request && toOutbound(request, provider, mask, null);
  };

  return {
    viewRequest,
    async prepare(key) {
      // The ticket is drawn first, in a task of its own.
      await pause();
      const { ticket, need, phase } = sessions.get(key);
      if (!ticket || phase !== 'idle') return;
      // What writing needs loads now, not when the key is pressed.
      void loadSanitiser();
      const settings = deps.settings();
      const writer = deps.provider(settings).then(async (provider) => {
        provider.warmUp?.();
        const mask = provider.egress.length > 0 ? await maskOf(ticket) : null;
        if (mask) void prepareMask(ticket, mask, pause, signal);
        return { provider, mask };
      });
      if (!need?.edited) {
        const derived = await deps.deriveNeed(ticket);
        const now = sessions.get(key);
        if (now.ticket !== ticket || now.phase !== 'idle' || now.need?.edited) return;
        sessions.dispatch(key, { type: 'need-found', need: derived });
      }
      await showSources(key);
      const { provider, mask } = await writer;
      const session = sessions.get(key);
      if (mask === null || session.ticket !== ticket || session.phase !== 'idle') return;
      if (rehearsed.has(ticket)) return;
      rehearsed.add(ticket);
      const order = orderOf(ticket, session, { instruction: null, agentName: settings.agentName });
      await rehearse(order, session.sources, { ...draftDepsBase(), provider, mask }, pause, signal);
    },
    answerRequest: asking.answer,
    start: (key, instruction, options) => void run(key, instruction, options),
    stop: (key) => running.get(key)?.abort(),
    forget(key) {
      running.get(key)?.abort();
      sent.delete(key);
      ledgers.delete(key);
    },
    edit(key, document) {
      const alternative = currentAlternative(sessions.get(key));
      if (!alternative) return;
      sessions.dispatch(key, { type: 'edited', id: alternative.id, document, claims: alternative.claims });
      checks.get(key)?.abort();
      const typing = new AbortController();
      checks.set(key, typing);
      const mine = AbortSignal.any([signal, typing.signal]);
      void deps.clock.sleep(checkPauseMs, mine).then(() => (mine.aborted ? undefined : check(key)));
    },
  };
}

function orderOf(
  ticket: Ticket,
  session: DraftSession,
  { instruction, agentName }: Pick<DraftOrder, 'instruction' | 'agentName'>,
): DraftOrder {
  const { need, hint, pinned, excluded, alternatives, current } = session;
  return {
    ticket,
    need: need?.edited ? need : null,
    hint,
    instruction,
    previous: instruction === null ? null : (alternatives[current] ?? null),
    pinned,
    excluded,
    audience: 'public',
    agentName: agentName ?? ticket.agentName,
  };
}

function toOutbound(
  request: Pick<ModelRequest, 'prompt'>,
  provider: ModelProvider,
  mask: TicketMask | null,
  sentAt: string | null,
): OutboundRequest {
  const about = { writer: provider.label, hosts: provider.egress, sentAt };
  return describeRequest(
    request.prompt,
    about,
    (placeholder) => mask?.vault.valueBehind(placeholder) ?? null,
  );
}

function isForWantOfNetwork(action: SessionAction): boolean {
  return (
    action.type === 'draft-failed' &&
    action.failure.kind === 'model' &&
    action.failure.failure.code === 'offline'
  );
}

function countOf({ vault }: TicketMask): number {
  return Object.values(vault.counts()).reduce((sum, count) => sum + count, 0);
}
