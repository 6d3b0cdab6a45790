import { deriveNeed } from '@/lib/draft/need/need';
import { openLedger } from '@/lib/draft/open-ledger';
import { type DraftDeps, type DraftOrder, draftReply } from '@/lib/draft/pipeline';
import { toReplyText } from '@/lib/draft/reply/write-reply';
import { reduceSession } from '@/lib/draft/session/reduce-session';
import { currentAlternative, emptySession } from '@/lib/draft/session/session';
import type { PipelineAction } from '@/lib/draft/session/session-action';
import type { Article } from '@/lib/knowledge/article';
import type { ModelPart, ModelProvider, ModelRequest } from '@/lib/model/contract';
import { systemClock } from '@/lib/platform/clock';
import type { SearchResult } from '@/lib/search/contract';
import { indexOf } from '@/lib/search/document-fixture';
import { explain } from '@/lib/search/explain';
import { search } from '@/lib/search/search';
import { anArticle, aTicket } from './draft-fixtures';

/** One article and one hit on it. */
export const article = anArticle();
export const found: SearchResult = {
  hits: [
    {
      articleId: 'a1',
      articleVersion: 1,
      ordinal: 0,
      start: 0,
      end: article.body.length,
      headingPath: [],
      score: 1,
      question: 0,
    },
  ],
  evidence: 'strong',
  generation: 1,
  passagesSearched: 3,
};

/** A provider that plays a list of parts; what it was asked is kept. */
export function playing(parts: readonly ModelPart[], change: Partial<ModelProvider> = {}) {
  const asked: ModelRequest[] = [];
  const state = { left: false };
  const provider: ModelProvider = {
    id: 'played',
    label: 'Played',
    egress: [],
    readsPrompt: true,
    contextTokens: null,
    async *write(request) {
      asked.push(request);
      try {
        yield* parts;
      } finally {
        state.left = true;
      }
    },
    ...change,
  };
  return { provider, asked, state };
}

/** A whole answer. */
export const words = (...texts: string[]): ModelPart[] => [
  ...texts.map((text): ModelPart => ({ type: 'text', text })),
  { type: 'end', reason: 'complete' },
];

/** A draft of tests, of the one article and with a mask that knows one name. */
export function setUp(provider: ModelProvider, change: Partial<DraftDeps> = {}): DraftDeps {
  return draftDeps({
    search: async () => found,
    explain: async (request) => explain(indexOf([]), request),
    readArticles: async (ids) => (ids.includes('a1') ? [article] : []),
    provider,
    mask: {
      mask: (text) => text.replaceAll('Ann', '[PERSON_1]'),
      createRestorer: () => ({ append: (text) => text.replaceAll('[PERSON_1]', 'Ann'), end: () => '' }),
    },
    ...change,
  });
}

const day = { iso: () => '2026-11-24T09:00:00.000Z', today: () => '2026-11-24' };
const stillClock: DraftDeps['clock'] = { ...day, ms: () => 0, sleep: () => Promise.resolve() };
/** The same day, with milliseconds that pass. */
export const runningClock: DraftDeps['clock'] = {
  ...day,
  ms: () => performance.now(),
  sleep: systemClock.sleep,
};

/** What a draft stands on beside what is `given`: the code that ships, on one day, with ids and tokens that count up. */
export function draftDeps(
  given: Pick<DraftDeps, 'search' | 'explain' | 'readArticles' | 'provider' | 'mask'> & Partial<DraftDeps>,
): DraftDeps {
  let id = 0;
  return {
    clock: stillClock,
    openLedger,
    deriveNeed: async (asked) => deriveNeed(asked),
    newId: () => `id${(id += 1)}`,
    newToken: () => `T0K3N${(id += 1)}`,
    ...given,
  };
}

export const order = (change: Partial<DraftOrder> = {}): DraftOrder => ({
  ticket: aTicket(),
  need: null,
  hint: '',
  instruction: null,
  previous: null,
  pinned: [],
  excluded: [],
  audience: 'public',
  agentName: null,
  asksBack: false,
  ...change,
});

/** Articles, searched by the engine that ships. */
export function knowledgeOf(
  articles: readonly Article[],
): Pick<DraftDeps, 'search' | 'explain' | 'readArticles'> {
  const index = indexOf(
    articles.map((each) => ({ ...each, articleId: each.id, articleVersion: each.version })),
  );
  const byId = new Map(articles.map((each) => [each.id, each]));
  return {
    search: async (request) => search(index, request),
    explain: async (request) => explain(index, request),
    readArticles: async (ids) => ids.flatMap((id) => byId.get(id) ?? []),
  };
}

/** Walks the road of a reply to its end. */
export async function run(deps: DraftDeps, asked = order(), signal = new AbortController().signal) {
  const actions: PipelineAction[] = [];
  for await (const action of draftReply(asked, deps, signal)) actions.push(action);
  const session = actions.reduce(
    reduceSession,
    reduceSession(emptySession, { type: 'ticket-opened', ticket: asked.ticket }),
  );
  return { actions, session, text: toReplyText(currentAlternative(session)?.document ?? { blocks: [] }) };
}
