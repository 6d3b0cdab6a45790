import { randomUUID } from 'node:crypto';
import { toPlainText, toReplyText } from '@/lib/draft/reply/write-reply';
import { claimsToSettle, currentAlternative, ledgerCounts } from '@/lib/draft/session/session';
import type { DraftSession } from '@/lib/draft/session/session-state';
import type { ModelProvider } from '@/lib/model/contract';
import type { ModelConfig } from '@/lib/model/provider';
import { createProvider } from '@/lib/model/registry';
import { createEgress } from '@/lib/platform/egress';
import { createTicketMask } from '@/lib/privacy/ticket-mask';
import type { Ticket } from '@/lib/ticket/ticket';
import { draftDeps, knowledgeOf, order, runningClock, run as walkRoad } from '../support/draft-run';
import { type DraftSet, readDraftSet } from './draft-set';

/**
 * Drafts every ticket of a folder through the pipeline that ships. Model: none, unless OPENAI_BASE_URL or
 * OPENAI_API_KEY is set (MODEL names it). `--show` prints every draft to stderr, `--limit N` stops after N tickets.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { folders, show, limit } = readArguments(args);
  for (const folder of folders) {
    const set = readDraftSet(folder);
    if (set.tickets.length === 0) throw new Error(`${folder} holds no tickets.`);
    console.log(JSON.stringify(await evaluate({ ...set, tickets: set.tickets.slice(0, limit) }, show)));
  }
}

function readArguments(args: readonly string[]) {
  const folders: string[] = [];
  let show = false;
  let limit = Number.POSITIVE_INFINITY;
  for (let index = 0; index < args.length; index += 1) {
    if (args[index] === '--show') show = true;
    else if (args[index] === '--limit') {
      limit = Number(args[(index += 1)]);
      if (!(limit > 0)) throw new Error('--limit needs a number above 0.');
    } else folders.push(args[index]!);
  }
  if (folders.length === 0)
    throw new Error('Name a store folder or a retrieval set: npm run -s eval -- draft DIR');
  return { folders, show, limit };
}

async function evaluate(set: DraftSet, show: boolean) {
  const knowledge = knowledgeOf(set.articles);
  const provider = await chooseProvider();
  const totals = { drafted: 0, abstained: 0, citedClaims: 0, ticketClaims: 0, unsupportedClaims: 0 };
  const expected = { tickets: 0, stated: 0, mustState: 0, cited: 0, mustCite: 0, forbidden: 0 };
  const timesMs: number[] = [];
  for (const [position, ticket] of set.tickets.entries()) {
    const { session, msToPrompt } = await draftOne(ticket, knowledge, provider);
    if (msToPrompt !== undefined) timesMs.push(msToPrompt);
    const alternative = currentAlternative(session);
    const counts = ledgerCounts(session);
    const isAbstained = alternative === null || counts.sourced === 0;
    totals.drafted += alternative === null ? 0 : 1;
    totals.abstained += isAbstained ? 1 : 0;
    totals.citedClaims += counts.sourced;
    totals.ticketClaims += counts.ticket;
    totals.unsupportedClaims += counts.noSource + counts.contradicted;
    const expectation = set.expectations.get(ticket.id);
    if (expectation) {
      const text = alternative === null ? '' : toPlainText(alternative.document);
      const cited = new Set(
        alternative?.sources
          .filter((source) => toReplyText(alternative.document).includes(`[${source.number}]`))
          .map((source) => source.articleId),
      );
      expected.tickets += 1;
      expected.mustState += expectation.mustState.length;
      expected.stated += expectation.mustState.filter((words) => text.includes(words)).length;
      expected.mustCite += expectation.mustCite.length;
      expected.cited += expectation.mustCite.filter((id) => cited.has(id)).length;
      expected.forbidden += expectation.mustNotState.filter((words) => text.includes(words)).length;
      if (show)
        console.error(
          `--- expected ${expectation.outcome}: cite ${expectation.mustCite}; state ${expectation.mustState.map((words) => `${words}${text.includes(words) ? ' ✓' : ' ✗'}`).join(', ')}; never ${expectation.mustNotState.map((words) => `${words}${text.includes(words) ? ' !!' : ''}`)}`,
        );
    }
    if (show) showDraft(ticket, session);
    else if (position % 50 === 49) console.error(`${position + 1} of ${set.tickets.length}`);
  }
  return {
    tickets: set.tickets.length,
    ...totals,
    msToPrompt: { p50: percentile(timesMs, 0.5), p95: percentile(timesMs, 0.95) },
    ...(expected.tickets > 0 && { expected }),
    model: provider.label,
  };
}

/** `msToPrompt`: what lies between the key press and the request; not given where no request was made. */
async function draftOne(
  ticket: Ticket,
  knowledge: ReturnType<typeof knowledgeOf>,
  provider: ModelProvider,
): Promise<{ session: DraftSession; msToPrompt: number | undefined }> {
  const mask = await createTicketMask(ticket);
  let msToPrompt: number | undefined;
  const began = performance.now();
  const { session } = await walkRoad(
    draftDeps({
      ...knowledge,
      provider,
      mask,
      clock: runningClock,
      newToken: () => randomUUID().replaceAll('-', ''),
      onRequest: () => (msToPrompt = performance.now() - began),
    }),
    order({ ticket }),
  );
  return { session, msToPrompt };
}

async function chooseProvider(): Promise<ModelProvider> {
  const { OPENAI_BASE_URL, OPENAI_API_KEY, MODEL } = process.env;
  const baseUrl = OPENAI_BASE_URL ?? 'https://api.openai.com/v1';
  const config: ModelConfig = {
    endpoint: {
      preset: OPENAI_BASE_URL ? 'other' : 'openai',
      baseUrl,
      model: MODEL ?? '',
      contextTokens: null,
      stallSeconds: 60,
    },
    apiKey: OPENAI_API_KEY ?? null,
    nothingLeaves: false,
    send: createEgress([baseUrl]),
  };
  const isModel = OPENAI_BASE_URL !== undefined || OPENAI_API_KEY !== undefined;
  if (isModel && !MODEL)
    throw new Error('MODEL must name the model when OPENAI_BASE_URL or OPENAI_API_KEY is set.');
  const made = createProvider(isModel ? 'openai' : 'extractive', config);
  if (!made.ok) throw new Error(`The model cannot be used: ${made.error.code}`);
  return made.value;
}

function showDraft(ticket: Ticket, session: DraftSession): void {
  const alternative = currentAlternative(session);
  const last = ticket.messages.filter((message) => message.visibility === 'public').at(-1);
  console.error(`\n===== ${ticket.id} [${ticket.channel}] ${ticket.subject}\n${last?.text ?? ''}`);
  console.error(
    `--- asks (${session.need?.language}, ${session.need?.tone}): ${session.need?.asks.map((ask) => ask.text).join(' | ')}`,
  );
  console.error(
    `--- ${session.evidence?.level}: ${session.sources.map((source) => `${source.number} ${source.articleId}${source.inForce ? '' : ' (not in force)'}`).join(', ')}`,
  );
  if (alternative === null) console.error(`--- failed: ${JSON.stringify(session.failure)}`);
  else console.error(`--- draft ${alternative.warnings.join(' ')}\n${toReplyText(alternative.document)}`);
  for (const claim of claimsToSettle(session))
    console.error(`--- ${claim.state} ${claim.reason}: ${claim.text}`);
}

function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return value === undefined ? null : Number(value.toFixed(2));
}
