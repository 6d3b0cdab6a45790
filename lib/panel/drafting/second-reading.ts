import type { SecondReading } from '@/lib/draft/ledger/second-reading/opinion';
import type { SentenceToRead } from '@/lib/draft/ledger/second-reading/sentences-to-read';
import type { OutboundRequest } from '@/lib/draft/prompt/outbound';
import { defaultContextTokens } from '@/lib/draft/prompt/tokens';
import { currentAlternative } from '@/lib/draft/session/session';
import type { Alternative } from '@/lib/draft/session/session-state';
import type { ModelProvider } from '@/lib/model/contract';
import type { TicketMask } from '@/lib/privacy/ticket-mask';
import type { Ticket } from '@/lib/ticket/ticket';
import type { PanelDeps } from '../deps';
import type { BegunRequest } from '../outcome/audit-events';
import type { Sessions } from '../sessions';
import type { Asking } from './asking';
import { countMasked, type MaskOf } from './masks';
import { toOutbound } from './requests';
import type { FinishedDraft } from './writing';

/** Reads finished drafts a second time with the model, behind the agent's back and never in their way. */
export interface SecondReadings {
  /** Once for each draft, where the settings say so. */
  onFinished(ticketKey: string, draft: FinishedDraft): void;
  /** The version on screen, as it stands now, at the agent's request. */
  again(ticketKey: string): void;
  stop(ticketKey: string): void;
  /** Drops what is known of a ticket: it was erased. */
  forget(ticketKey: string): void;
  /** The request that the last second reading sent, or the one that the next would send; `null`: there is none. */
  view(ticketKey: string): Promise<OutboundRequest | null>;
}

export interface SecondReadingEvents {
  onMasked(values: number): void;
  onBegun(request: BegunRequest): void;
}

/** Nobody waits for it, but an answer this late is of a draft that is gone. */
const longestSeconds = 90;

const unread: SecondReading = { state: 'reading', sentences: 0, opinions: [], failure: null, usage: null };
/** A new draft, a discarded one or a closed panel ended it; "Read again" is offered. */
const brokenOff = { state: 'failed', failure: { code: 'cut' } } as const;

const loadRoom = async () => {
  const [ask, answer, read] = await Promise.all([
    import('@/lib/draft/ledger/second-reading/ask'),
    import('@/lib/draft/ledger/second-reading/answer'),
    import('@/lib/draft/ledger/second-reading/read'),
  ]);
  return { ...ask, ...answer, ...read };
};

export function createSecondReadings(
  deps: PanelDeps,
  sessions: Sessions,
  { maskOf, asking }: { maskOf: MaskOf; asking: Asking },
  events: SecondReadingEvents,
  signal: AbortSignal,
): SecondReadings {
  const running = new Map<string, AbortController>();
  const sent = new Map<string, () => OutboundRequest>();
  const pause = () => deps.clock.sleep(0, signal);

  const readingOf = (key: string, id: string): SecondReading =>
    sessions.get(key).alternatives.find((each) => each.id === id)?.secondReading ?? unread;
  const tell = (key: string, id: string, change: Partial<SecondReading>) =>
    sessions.dispatch(key, {
      type: 'second-reading-changed',
      id,
      reading: { ...readingOf(key, id), failure: null, ...change },
    });

  /** One at a time a ticket. What was chosen to be read is of the words that stand now. */
  const start = async (key: string, alternative: Alternative, isWanted: boolean) => {
    const { ticket } = sessions.get(key);
    if (!ticket || running.has(key)) return;
    const stop = new AbortController();
    running.set(key, stop);
    try {
      const change = await read(key, ticket, alternative, isWanted, AbortSignal.any([signal, stop.signal]));
      tell(key, alternative.id, change);
    } catch (error) {
      // That is a bug, told where bugs are told, and no reason for a line that reads for ever.
      tell(key, alternative.id, brokenOff);
      throw error;
    } finally {
      if (running.get(key) === stop) running.delete(key);
    }
  };

  const read = async (
    key: string,
    ticket: Ticket,
    alternative: Alternative,
    isWanted: boolean,
    mine: AbortSignal,
  ): Promise<Partial<SecondReading>> => {
    const { id } = alternative;
    const settings = deps.settings();
    const provider = await deps.provider(settings);
    if (!provider.readsPrompt) return { state: 'unavailable' };
    const chosen = await deps.sentencesToRead(alternative.document, alternative.claims);
    const sentences = chosen.length;
    if (sentences === 0) return { state: 'read', sentences, opinions: [] };
    // A question that opens by itself would stand in the way of reading the draft.
    const isAsked = provider.egress.length > 0 && settings.askBefore;
    if (isAsked && !isWanted) return { state: 'waiting', sentences };
    tell(key, id, { state: 'reading', sentences });
    const { asked, mask } = await compose(ticket, alternative, chosen, provider);
    if (!(await mayLeave(key, asked.messages, provider, mask, mine)))
      return mine.aborted ? brokenOff : { state: 'waiting', sentences };
    events.onBegun({
      kind: 'read-again',
      ticket,
      alternative: { id, sources: alternative.sources.filter(({ number }) => asked.texts.has(`P${number}`)) },
      provider,
      prompt: asked.messages,
      outbound: mask && (sent.get(key) ?? null),
    });
    const { askOnce, readAnswer } = await loadRoom();
    const answered = await withinTime(mine, (limited) => askOnce(provider, asked.messages, limited));
    if (answered === null)
      return { state: 'failed', failure: { code: 'timed-out', seconds: longestSeconds } };
    if (!answered.ok)
      return answered.error.code === 'aborted' ? brokenOff : { state: 'failed', failure: answered.error };
    const opinions = readAnswer(answered.value.text, asked);
    const usage = sumOf(readingOf(key, id).usage, answered.value.usage);
    return opinions.ok
      ? { state: 'read', opinions: opinions.value, usage }
      : { state: 'failed', failure: opinions.error, usage };
  };

  /** In steps that are too short to be felt while typing. */
  const compose = async (
    ticket: Ticket,
    { document, sources }: Alternative,
    sentences: readonly SentenceToRead[],
    provider: ModelProvider,
  ) => {
    const mask = provider.egress.length > 0 ? await maskOf(ticket) : null;
    const { buildAsk, answerTokens } = await loadRoom();
    for (const { text } of sentences) {
      await pause();
      mask?.prepare(text);
    }
    await pause();
    const asked = await buildAsk({
      document,
      sentences,
      sources,
      ticket,
      audience: 'public',
      budgetTokens: (provider.contextTokens ?? defaultContextTokens) - answerTokens,
      delimiter: deps.newToken(),
      mask: mask ? mask.mask : (text) => text,
      pause,
    });
    return { asked, mask };
  };

  /** Asks where each request is asked about, and notes what leaves. */
  const mayLeave = async (
    key: string,
    prompt: BegunRequest['prompt'],
    provider: ModelProvider,
    mask: TicketMask | null,
    mine: AbortSignal,
  ): Promise<boolean> => {
    if (mask === null) return !mine.aborted;
    const outboundAt = (sentAt: string | null) =>
      toOutbound({ prompt }, 'second-reading', provider, mask, sentAt);
    if (deps.settings().askBefore && (await asking.ask(key, outboundAt(null), mine)) !== 'send') return false;
    if (mine.aborted) return false;
    const sentAt = deps.clock.now().toISOString();
    sent.set(key, () => outboundAt(sentAt));
    events.onMasked(countMasked(mask));
    return true;
  };

  /** `null`: it took too long. */
  const withinTime = async <T>(mine: AbortSignal, work: (limited: AbortSignal) => Promise<T>) => {
    const limit = new AbortController();
    const over = new AbortController();
    void deps.clock.sleep(longestSeconds * 1000, over.signal).then(() => {
      if (!over.signal.aborted) limit.abort();
    });
    const result = await work(AbortSignal.any([mine, limit.signal]));
    over.abort();
    return limit.signal.aborted && !mine.aborted ? null : result;
  };

  return {
    onFinished(key, { id, readsPrompt }) {
      const alternative = sessions.get(key).alternatives.find((each) => each.id === id);
      if (!deps.settings().secondReading || !alternative || alternative.secondReading) return;
      if (readsPrompt) void start(key, alternative, false);
      else tell(key, id, { state: 'unavailable' });
    },
    again(key) {
      const alternative = currentAlternative(sessions.get(key));
      if (alternative && deps.settings().secondReading) void start(key, alternative, true);
    },
    stop: (key) => running.get(key)?.abort(),
    forget: (key) => void sent.delete(key),
    async view(key) {
      const known = sent.get(key);
      if (known) return known();
      const session = sessions.get(key);
      const alternative = currentAlternative(session);
      if (!session.ticket || !alternative) return null;
      const provider = await deps.provider(deps.settings());
      if (!provider.readsPrompt) return null;
      const chosen = await deps.sentencesToRead(alternative.document, alternative.claims);
      const { asked, mask } = await compose(session.ticket, alternative, chosen, provider);
      return toOutbound({ prompt: asked.messages }, 'second-reading', provider, mask, null);
    },
  };
}

function sumOf(one: SecondReading['usage'], other: SecondReading['usage']): SecondReading['usage'] {
  if (one === null || other === null) return one ?? other;
  return {
    inputTokens: one.inputTokens + other.inputTokens,
    outputTokens: one.outputTokens + other.outputTokens,
  };
}
