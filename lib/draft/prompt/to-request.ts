import type { ModelRequest } from '@/lib/model/contract';
import type { SearchResult } from '@/lib/search/contract';
import type { Need } from '@/lib/ticket/need';
import { chosenOrder } from '../need/order-names';
import type { DraftDeps, DraftOrder, Mask } from '../pipeline';
import { toReplyText } from '../reply/write-reply';
import type { LinkTable } from '../safety/addresses';
import { createOutputGuard, type OutputGuard } from '../safety/guard';
import { linksByIndex, quoteForModel } from '../safety/inert';
import type { Source } from '../session/session-state';
import { toMaterial } from './material';
import { buildPrompt } from './prompt';
import { defaultContextTokens } from './tokens';

const maxOutputTokens = 900;

/** What a provider is asked: the prompt for one that reads it, and the material. */
export function toRequest(
  order: DraftOrder,
  need: Need,
  sources: readonly Source[],
  result: SearchResult,
  links: LinkTable,
  deps: DraftDeps,
): { request: ModelRequest; guard: OutputGuard } {
  const { provider } = deps;
  const previous = order.previous === null ? null : toReplyText(order.previous.document);
  // An internal source may ground an internal note only; what is not offered cannot leak.
  const offered =
    order.audience === 'internal' ? sources : sources.filter((source) => source.audience === 'public');
  const { messages, guard } = provider.readsPrompt
    ? toPrompt(order, need, offered, previous, links, deps)
    : { messages: [], guard: createOutputGuard('', []) };
  const request: ModelRequest = {
    prompt: messages,
    material: toMaterial({
      ticket: order.ticket,
      need,
      sources,
      hits: result.hits,
      evidence: result.evidence,
      order: chosenOrder(order.ticket.orders, need.orderNames),
      audience: order.audience,
      hint: order.hint,
      instruction: order.instruction,
      previous,
      agentName: order.agentName,
      asksBack: order.asksBack,
    }),
    maxOutputTokens,
  };
  deps.onRequest?.(request);
  return { request, guard };
}

/** What a model is told, and the guard against its telling it on. */
function toPrompt(
  order: DraftOrder,
  need: Need,
  offered: readonly Source[],
  previous: string | null,
  links: LinkTable,
  deps: DraftDeps,
): { messages: ModelRequest['prompt']; guard: OutputGuard } {
  const leaving = maskOf(deps);
  const mask = leaving ? (text: string) => leaving.mask(text) : (text: string) => text;
  const delimiter = deps.newToken();
  const canary = deps.newToken();
  const inert = (text: string) => linksByIndex(text, links);
  const harmless = (text: string) => quoteForModel(text, links).text;
  const { messages } = buildPrompt({
    ticket: order.ticket,
    need,
    sources: offered.map((source) => ({
      ...source,
      title: harmless(source.title),
      headingPath: source.headingPath.map(harmless),
      text: harmless(source.text),
    })),
    hint: inert(order.hint),
    instruction: order.instruction === null ? null : inert(order.instruction),
    previous: previous === null ? null : inert(previous),
    audience: order.audience,
    budgetTokens: (deps.provider.contextTokens ?? defaultContextTokens) - maxOutputTokens,
    delimiter,
    canary,
    today: deps.clock.today(),
    mask,
    quote: (text) => mask(harmless(text)),
  });
  const rules = messages.find((message) => message.role === 'system')?.content ?? '';
  return { messages, guard: createOutputGuard(rules, [delimiter, canary]) };
}

/** What everything that leaves goes through; `null`: nothing leaves. */
export function maskOf({ provider, mask }: DraftDeps): Mask | null {
  if (provider.egress.length === 0) return null;
  if (mask === null) throw new Error(`${provider.id} sends text and has no mask`);
  return mask;
}
