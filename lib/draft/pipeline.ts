import type { Article } from '@/lib/knowledge/article';
import type { ModelFailure, ModelPart, ModelProvider, ModelRequest } from '@/lib/model/contract';
import type { ExplainRequest, Explanation, SearchRequest, SearchResult } from '@/lib/search/contract';
import type { Need } from '@/lib/ticket/need';
import type { Ticket } from '@/lib/ticket/ticket';
import { inFrames } from './in-frames';
import { nothingToRead } from './need/nothing-to-read';
import { chosenOrder } from './need/order-names';
import type { Ledger, OpenLedger } from './open-ledger';
import { maskOf, toRequest } from './prompt/to-request';
import { type DraftDocument, emptyDocument, isBlank } from './reply/document';
import { isOtherLanguage } from './reply/language-check';
import { createReplyReader, type ParsedReply, parseReply } from './reply/parse-reply';
import { unwrapReply } from './reply/unwrap-reply';
import { createLinkTable, type LinkTable } from './safety/addresses';
import type { OutputGuard } from './safety/guard';
import { linksOf, mailLinksOf } from './safety/trusted-links';
import type { PipelineAction } from './session/session-action';
import type { Alternative, Source } from './session/session-state';
import type { AskMeaning } from './sources/by-meaning';
import { findSources } from './sources/find-sources';

/** Takes personal data out of a request and puts it back into the answer. `lib/privacy` makes one per ticket. */
export interface Mask {
  mask(text: string): string;
  /** For text that grows: what is held back may be half a placeholder. Values come back escaped as words. */
  createRestorer(): { append(chunk: string): string; end(): string };
}

export interface DraftDeps {
  search(request: SearchRequest, signal: AbortSignal): Promise<SearchResult>;
  /** Why passages were found, in their order. */
  explain(request: ExplainRequest, signal: AbortSignal): Promise<readonly Explanation[]>;
  /** Current versions; ids that are gone are left out. */
  readArticles(ids: readonly string[], signal: AbortSignal): Promise<readonly Article[]>;
  /** What the question means, for the search of a draft; left out: found by words alone. It gets masked words only. */
  askMeaning?: AskMeaning;
  provider: ModelProvider;
  /** `null` only with a provider that sends nothing: its tables cost time and memory for no use. */
  mask: Mask | null;
  openLedger: OpenLedger;
  /** What the customer asks (`deriveNeed` of this room), wherever that runs. */
  deriveNeed(ticket: Ticket): Promise<Need>;
  clock: {
    /** Milliseconds that only rise. */
    ms(): number;
    /** ISO 8601. */
    iso(): string;
    /** `YYYY-MM-DD` in the store's time zone. */
    today(): string;
    /** Resolves after `ms`, or at once when `signal` fires. */
    sleep(ms: number, signal: AbortSignal): Promise<void>;
  };
  newId(): string;
  /** Unguessable, letters and digits: parts data from rules in one request. */
  newToken(): string;
  /** Told the exact request just before it leaves; for the outbound preview. */
  onRequest?: (request: ModelRequest) => void;
}

export interface DraftOrder {
  ticket: Ticket;
  /** As the agent corrected it; `null`: derived here. */
  need: Need | null;
  hint: string;
  instruction: string | null;
  /** The alternative that `instruction` changes. */
  previous: Alternative | null;
  pinned: readonly string[];
  excluded: readonly string[];
  audience: 'public' | 'internal';
  /** From the settings, where the helpdesk does not tell it. */
  agentName: string | null;
  /** Asks the customer for what is missing, instead of answering; also where there is nothing to read. */
  asksBack: boolean;
}

/** A model that writes on and on is stopped here; the text so far stays. */
const longestReply = 12_000;
/** Words in one frame are one change: each costs a check of the claims and a drawing, and faster nobody reads. */
const frameMs = 50;

/** The road of one reply. Leaving the loop or aborting `signal` stops the provider; what was written stays. */
export async function* draftReply(
  order: DraftOrder,
  deps: DraftDeps,
  signal: AbortSignal,
): AsyncGenerator<PipelineAction> {
  const { clock } = deps;
  const began = clock.ms();
  yield { type: 'draft-asked', at: clock.iso() };

  const unread = order.asksBack ? null : nothingToRead(order.ticket);
  if (unread !== null) {
    yield { type: 'draft-failed', failure: unread };
    return;
  }
  const need = order.need ?? (await deps.deriveNeed(order.ticket));
  yield { type: 'need-found', need };

  const found = await findSources(order, need, deps, signal);
  if (signal.aborted) {
    yield { type: 'draft-stopped' };
    return;
  }
  if ('failure' in found) {
    yield { type: 'draft-failed', failure: found.failure };
    return;
  }
  const { sources, result, isMeaningMissed } = found;
  const evidence = {
    level: result.evidence,
    tookMs: Math.round(clock.ms() - began),
    passagesSearched: result.passagesSearched,
  };
  yield { type: 'sources-found', sources, evidence };

  const links = createLinkTable(linksOf(sources, order));
  const { request, guard } = toRequest(order, need, sources, result, links, deps);
  const alternative = newAlternative(order, sources, deps);
  yield { type: 'writing-began', alternative };
  if (isMeaningMissed) yield { type: 'warned', id: alternative.id, code: 'words-only' };
  yield* write({ request, guard, links }, alternative, order, need, deps, signal, began);
}

/** The request that a draft would send now; nothing is sent. `null`: there is nothing to draft from. */
export async function previewRequest(
  order: DraftOrder,
  deps: DraftDeps,
  signal: AbortSignal,
): Promise<ModelRequest | null> {
  const need = order.need ?? (await deps.deriveNeed(order.ticket));
  const found = await findSources(order, need, deps, signal);
  if ('failure' in found) return null;
  const links = createLinkTable(linksOf(found.sources, order));
  return toRequest(order, need, found.sources, found.result, links, deps).request;
}

function newAlternative(order: DraftOrder, sources: readonly Source[], deps: DraftDeps): Alternative {
  return {
    id: deps.newId(),
    document: emptyDocument,
    instruction: order.instruction,
    writtenBy: deps.provider.label,
    finished: 'writing',
    editedByAgent: false,
    startedAt: deps.clock.iso(),
    tookMs: 0,
    usage: null,
    claims: [],
    kept: [],
    sources,
    warnings: [],
  };
}

async function* write(
  { request, guard, links }: { request: ModelRequest; guard: OutputGuard; links: LinkTable },
  alternative: Alternative,
  order: DraftOrder,
  need: Need,
  deps: DraftDeps,
  signal: AbortSignal,
  began: number,
): AsyncGenerator<PipelineAction> {
  const { clock } = deps;
  const { id, sources } = alternative;
  const ledger = deps.openLedger({
    sources,
    ticket: order.ticket,
    order: chosenOrder(order.ticket.orders, need.orderNames),
    audience: order.audience,
  });
  let isUnchecked = false;
  /** A check that fails takes no draft away: it stands without marks, and that is said. */
  const check: Ledger['check'] = (document, problems) =>
    ledger.check(document, problems).catch(() => {
      isUnchecked = true;
      return [];
    });
  const guarded = (parsed: ParsedReply): ParsedReply => ({
    ...parsed,
    document: guard.check(parsed.document).document,
  });
  const known = new Set(sources.map((source) => source.number));
  const trusted = { allowedLinks: new Set([...links.hrefs, ...mailLinksOf(sources)]), links };
  const reader = createReplyReader(known, trusted);
  const newRestorer = () => maskOf(deps)?.createRestorer() ?? plainText;
  const restorer = newRestorer();
  let written = '';
  let usage: Alternative['usage'] = null;
  let end: Extract<ModelPart, { type: 'end' | 'error' }> = { type: 'end', reason: 'cut' };
  const parts = inFrames(deps.provider.write(request, signal), frameMs, (ms) => clock.sleep(ms, signal));
  // Leaving this loop early returns the provider's generator, which aborts its request.
  for await (const frame of parts) {
    let parsed: ParsedReply | null = null;
    for (const part of frame) {
      if (part.type === 'text') {
        written += part.text;
        parsed = reader.append(restorer.append(part.text));
      } else if (part.type === 'warning') yield { type: 'warned', id, code: part.code };
      else if (part.type === 'usage')
        usage = { inputTokens: part.inputTokens, outputTokens: part.outputTokens };
      else end = part;
    }
    if (parsed) yield await textAction(id, guarded(parsed), check, { streaming: true });
    if (written.length > longestReply) {
      end = { type: 'end', reason: 'length' };
      break;
    }
  }
  reader.append(restorer.end());
  const unwrapped = unwrapReply(written);
  const whole =
    unwrapped === null
      ? reader.end()
      : // What footnotes stand in an object that says nothing by a known name, nobody can tell.
        parseReply(
          restoreWhole(newRestorer(), unwrapped.words ?? written),
          unwrapped.words === null ? new Set() : known,
          trusted,
        );
  const parsed = guarded(whole);
  const blank = isBlank(parsed.document);
  const failure = failureOf(end, blank, signal.aborted);
  if (blank) {
    yield signal.aborted
      ? { type: 'draft-stopped' }
      : { type: 'draft-failed', failure: { kind: 'model', failure: failure ?? { code: 'empty' } } };
    return;
  }
  isUnchecked = false;
  yield await textAction(id, parsed, check, { streaming: false });
  if (isUnchecked) yield { type: 'warned', id, code: 'claims-unchecked' };
  if (parsed.problems.some((problem) => problem.code !== 'unknown-citation'))
    yield { type: 'warned', id, code: 'link-removed' };
  if (parsed.document !== whole.document) yield { type: 'warned', id, code: 'rules-removed' };
  if (unwrapped?.words === null) yield { type: 'warned', id, code: 'not-a-reply' };
  if (isOtherLanguage(parsed.document, need)) yield { type: 'warned', id, code: 'other-language' };
  yield {
    type: 'writing-ended',
    id,
    finished:
      end.type === 'error'
        ? 'cut'
        : (
            {
              complete: 'complete',
              length: 'length',
              filtered: 'cut',
              cut: 'cut',
              aborted: 'stopped',
            } as const
          )[end.reason],
    tookMs: Math.round(deps.clock.ms() - began),
    usage,
    failure: failure === null ? null : { kind: 'model', failure },
  };
}

const plainText = { append: (chunk: string) => chunk, end: () => '' };

function restoreWhole(restorer: ReturnType<Mask['createRestorer']>, text: string): string {
  return restorer.append(text) + restorer.end();
}

/** While words arrive only finished blocks are checked: the sentence being written has nothing to be held to yet. */
async function textAction(
  id: string,
  parsed: ParsedReply,
  check: Ledger['check'],
  { streaming }: { streaming: boolean },
): Promise<PipelineAction> {
  const document: DraftDocument = parsed.document;
  const checked: DraftDocument = streaming ? { blocks: document.blocks.slice(0, -1) } : document;
  return { type: 'text-arrived', id, document, claims: await check(checked, parsed.problems) };
}

function failureOf(
  end: Extract<ModelPart, { type: 'end' | 'error' }>,
  blank: boolean,
  aborted: boolean,
): ModelFailure | null {
  if (end.type === 'error') return end.error;
  return blank && !aborted ? { code: 'empty' } : null;
}
