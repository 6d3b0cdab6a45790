import { type DraftDeps, draftReply } from '@/lib/draft/pipeline';
import type { SessionAction } from '@/lib/draft/session/session-action';
import type { ModelRequest } from '@/lib/model/contract';
import type { PanelDeps } from '../deps';
import type { BegunRequest } from '../outcome/audit-events';
import type { Sessions } from '../sessions';
import type { Asking, RequestAnswer } from './asking';
import { gather } from './gather';
import { countMasked, type MaskOf } from './masks';
import { type Describe, type Requests, toOutbound } from './requests';
import { orderOf, type RoadDeps } from './road';

/**
 * Between key press and request nothing is drawn, for drawing would hold the request up: what happens on the way is shown
 * this soon after the request went, and at the latest after a time that still feels like at once (Nielsen: 100 ms).
 */
const showAfterRequestMs = 4;
const showAtLatestMs = 80;

export interface WritingOptions {
  /** Quotes, whatever the settings say. */
  withoutModel?: boolean;
  /** Asks the customer for what is missing. */
  asksBack?: boolean;
}

export interface Writing {
  /** Walks the road of a reply. One at a time per ticket: while it runs, a second press does nothing. */
  start(ticketKey: string, instruction: string | null, options: WritingOptions): void;
  stop(ticketKey: string): void;
}

/** `readsPrompt`: a model wrote it, and could read it again. */
export interface FinishedDraft {
  id: string;
  readsPrompt: boolean;
}

export interface WritingEvents {
  /** How many values were masked in the request that leaves; `null`: none leaves. */
  onMasked(values: number | null): void;
  /** A draft begins to be written; its request, if it makes one, leaves next. */
  onBegun(request: BegunRequest): void;
  /** A draft stands whole. */
  onFinished(ticketKey: string, draft: FinishedDraft): void;
  /** The model cannot be reached for want of a network: the draft is quoted instead. */
  onOffline(): void;
}

export function createWriting(
  deps: PanelDeps,
  road: RoadDeps,
  sessions: Sessions,
  { maskOf, requests, asking }: { maskOf: MaskOf; requests: Requests; asking: Asking },
  events: WritingEvents,
  signal: AbortSignal,
): Writing {
  const running = new Map<string, { abort(): void }>();

  const run = async (key: string, instruction: string | null, options: WritingOptions) => {
    const session = sessions.get(key);
    const { ticket } = session;
    if (!ticket || running.has(key)) return;
    const stop = new AbortController();
    const mine = AbortSignal.any([signal, stop.signal]);
    const settings = deps.settings();
    let isOffline = false;
    /** The request went: what comes now is drawn as it comes. */
    let isUnderWay = false;
    let finished: FinishedDraft | null = null;
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
    const order = orderOf(ticket, session, {
      instruction,
      agentName: settings.agentName,
      asksBack: options.asksBack ?? false,
    });
    try {
      const provider = options.withoutModel ? deps.withoutModel() : await deps.provider(settings);
      const mask = provider.egress.length > 0 ? await maskOf(ticket) : null;
      // Only beside a draft that goes to the endpoint anyway.
      const askMeaning = mask && (await deps.meaningFor(settings));
      let question: readonly string[] = [];
      const draftDeps: DraftDeps = {
        ...road,
        provider,
        mask,
        ...(askMeaning && {
          askMeaning: (texts, given) => {
            question = texts;
            return askMeaning(texts, given);
          },
        }),
        onRequest: (request) => {
          made.prompt = request.prompt;
          made.outbound =
            mask && ((sentAt) => toOutbound(request, 'draft', provider, mask, sentAt, question));
        },
      };
      for await (const action of draftReply(order, draftDeps, mine)) {
        if (action.type === 'writing-began') {
          // The road stands still here: nothing leaves before the next step is asked of it.
          if (made.outbound && settings.askBefore) answer = await asking.ask(key, made.outbound(null), mine);
          if (answer !== 'send') break;
          const outbound = requests.sendsNow(key, made.outbound);
          const masked = mask && countMasked(mask);
          shown.add(() => events.onMasked(masked));
          const { alternative } = action;
          const { prompt } = made;
          events.onBegun({ kind: 'drafted', ticket, alternative, provider, prompt, question, outbound });
        }
        shown.add(() => sessions.dispatch(key, action));
        if (action.type === 'writing-began') {
          void deps.clock.sleep(showAfterRequestMs, mine).then(shown.flush);
          isUnderWay = true;
        } else if (isUnderWay) shown.flush();
        isOffline ||= isForWantOfNetwork(action);
        if (action.type === 'writing-ended' && action.finished === 'complete')
          finished = { id: action.id, readsPrompt: provider.readsPrompt };
      }
    } finally {
      shown.flush();
      running.delete(key);
      // Something above threw: that is a bug, told where bugs are told, and no reason for a panel that waits for ever.
      sessions.dispatch(key, { type: 'draft-stopped' });
      await sessions.flush();
    }
    if (finished) events.onFinished(key, finished);
    if (isOffline) events.onOffline();
    if (isOffline || answer === 'without-model')
      await run(key, instruction, { ...options, withoutModel: true });
  };

  return {
    start: (key, instruction, options) => void run(key, instruction, options),
    stop: (key) => running.get(key)?.abort(),
  };
}

function isForWantOfNetwork(action: SessionAction): boolean {
  return (
    action.type === 'draft-failed' &&
    action.failure.kind === 'model' &&
    action.failure.failure.code === 'offline'
  );
}
