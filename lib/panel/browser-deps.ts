import { toPlainText } from '@/lib/draft/reply/write-reply';
import { createReaders } from '@/lib/helpdesk/readers';
import type { HelpdeskId } from '@/lib/helpdesk/registry';
import { createIds } from '@/lib/knowledge/ids';
import { webDigest } from '@/lib/knowledge/import/web-digest';
import type { ModelConfig } from '@/lib/model/provider';
import { createProvider } from '@/lib/model/registry';
import { copyFormatted } from '@/lib/platform/clipboard';
import { systemClock } from '@/lib/platform/clock';
import { commandIds } from '@/lib/platform/command-ids';
import { keyOfCommand } from '@/lib/platform/command-keys';
import { createEgress } from '@/lib/platform/egress';
import { watchErased } from '@/lib/platform/erased';
import { watchHeldKeys } from '@/lib/platform/held-keys';
import { watchIntents } from '@/lib/platform/intent';
import { openedKeyHome } from '@/lib/platform/opened-key';
import { onPageHide } from '@/lib/platform/page-life';
import { reloadActiveTab } from '@/lib/platform/tabs';
import { createApiGet } from '@/lib/rpc/api-get';
import { askBackground } from '@/lib/rpc/ask-background';
import type { ExplainRequest, SearchRequest } from '@/lib/search/contract';
import { startSearch } from '@/lib/search/worker/start';
import { allowsEndpoint } from '@/lib/settings/company-policy';
import { defaultSettings, type Settings } from '@/lib/settings/schema';
import { watchSettings } from '@/lib/settings/settings-store';
import { createSecretRepository } from '@/lib/store/secrets';
import { openStore } from '@/lib/store/store';
import type { PanelDeps } from './deps';
import { startDraftWorker } from './draft-worker/start';
import { renderReply } from './insertion/render-reply';
import { createEndpointKey, withKey } from './key/endpoint-key';
import { catchUpIndex } from './knowledge/catch-up';
import { importDemoShop } from './knowledge/demo-shop';
import { createMeaning } from './knowledge/meaning';
import { rememberAnswers } from './knowledge/remember-answers';

/** The real outside of a panel. Nothing here waits: the database and the worker open while the page shows itself. */
export function createBrowserDeps(windowId: Promise<number>, signal: AbortSignal): PanelDeps {
  const clock = systemClock;
  const store = openStore();
  const search = startSearch(signal);
  const draftWorker = startDraftWorker(signal);
  draftWorker.warmUp();
  // What was found for the sources on screen serves the draft as well.
  const searched = rememberAnswers(
    async (request: SearchRequest, given) => {
      const found = await search.search(request, given);
      if (!found.ok) throw new Error(`Search failed: ${found.error.code}`);
      return found.value;
    },
    // What a question means is told anew with every draft, and is large.
    ({ meaning }) => meaning === undefined,
  );
  const explained = rememberAnswers(async (request: ExplainRequest, given) => {
    const reasons = await search.explain(request, given);
    if (!reasons.ok) throw new Error(`Explaining failed: ${reasons.error.code}`);
    return reasons.value;
  });
  search.onGeneration(searched.forget, signal);
  search.onGeneration(explained.forget, signal);
  const keys = watchHeldKeys(window, signal);
  const readers = createReaders();
  const newId = createIds(() => Date.now(), Math.random);
  let settings = defaultSettings;
  const key = createEndpointKey(
    async () => {
      const { createKeyring } = await import('@/lib/store/keyring');
      const idleMs = () => settings.lockAfterMinutes * 60_000;
      return createKeyring(createSecretRepository(), openedKeyHome, { now: Date.now, idleMs });
    },
    Date.now,
    signal,
  );
  const articles = async () => (await store).articles;
  const configOf = ({ endpoint, nothingLeaves, company }: Settings, apiKey: string | null): ModelConfig => ({
    endpoint,
    apiKey,
    nothingLeaves,
    composer: draftWorker,
    send: createEgress(allowsEndpoint(company, endpoint.baseUrl) ? originsOf(endpoint.baseUrl) : []),
  });
  const meaning = createMeaning(search, async () => (await store).vectors, key, configOf);
  const withoutModel = () => {
    const made = createProvider('extractive', configOf(settings, null));
    if (!made.ok) throw new Error(`The provider without a model cannot be made: ${made.error.code}`);
    return made.value;
  };

  const providerWith = (wanted: Settings, endpointKey: string | null) => {
    const made = createProvider(wanted.provider, configOf(wanted, endpointKey));
    return made.ok ? made.value : withoutModel();
  };

  return {
    clock,
    newId,
    newToken: () => crypto.randomUUID().replaceAll('-', ''),
    archive: {
      async load(ticketKey) {
        const kept = await (await store).drafts.loadDraft(ticketKey);
        return kept.ok ? (kept.value?.session ?? null) : null;
      },
      save: async (ticketKey, session) => (await (await store).drafts.saveDraft(ticketKey, session)).ok,
    },
    keepOutcome: async (outcome) => (await (await store).outcomes.append(outcome)).ok,
    appendAudit: async (event) => (await (await store).audit.append(event)).ok,
    digest: webDigest,
    async learn(outcome, maskedQuestion) {
      const { learnFromOutcome } = await import('@/lib/store/asked');
      const taught = await learnFromOutcome(await store, outcome, maskedQuestion);
      // Not learned is not lost: the next reply that stands on the article teaches it.
      if (taught.ok && taught.value.length > 0) await search.update(taught.value, signal);
    },
    async rateOutcome(ticketKey, useful) {
      const rated = await (await store).outcomes.rate(ticketKey, useful);
      return rated.ok && rated.value;
    },
    search: searched.ask,
    suggest: search.suggest,
    explain: explained.ask,
    async readArticles(ids) {
      const found = await (await articles()).getMany(ids);
      return found.ok ? found.value : [];
    },
    async provider(wanted) {
      if (wanted.provider !== 'openai') return providerWith(wanted, null);
      const taken = await key.take();
      const provider = providerWith(wanted, taken.isLocked ? null : taken.key);
      // Who quotes from articles needs no key.
      return provider.egress.length > 0 ? withKey(provider, taken) : provider;
    },
    withoutModel,
    meaningFor: meaning.askerFor,
    key,
    insertKey: () => keyOfCommand(commandIds.insert),
    describeWriter(wanted) {
      const { label, egress } = providerWith(wanted, null);
      return { label, egress };
    },
    openLedger: draftWorker.openLedger,
    deriveNeed: draftWorker.deriveNeed,
    detectLanguage: draftWorker.detectLanguage,
    sentencesToRead: draftWorker.sentencesToRead,
    async maskFor(ticket, options) {
      const { createTicketMask } = await import('@/lib/privacy/ticket-mask');
      return createTicketMask(ticket, options);
    },
    readerOf: (helpdeskId) => readers[helpdeskId as HelpdeskId],
    apiGet: createApiGet,
    copy: async (document) =>
      copyFormatted(await renderReply(document, { paragraphGap: 'none' }), toPlainText(document)),
    async closePanel() {
      await keys.released();
      // Goes on in the worker, since closing ends this page. No way leads from an open panel to the page but a key.
      void askBackground('panel.closing', { windowId: await windowId });
      window.close();
    },
    reloadTab: reloadActiveTab,
    async importDemoShop(onProgress, given) {
      await importDemoShop(
        await articles(),
        search,
        { now: () => clock.now().toISOString(), newId },
        onProgress,
        given,
      );
    },
    settings: () => settings,
    watchSettings(onChange, given) {
      watchSettings((next) => {
        settings = next;
        key.follow(next.provider === 'openai' && !next.nothingLeaves);
        meaning.follow(next);
        onChange(next);
      }, given);
    },
    watchArticleCount(onCount, given) {
      search.onGeneration((index) => onCount(index.articles), given);
      void search.state().then((index) => {
        if (!index.ok) return;
        onCount(index.value.articles);
        // The articles are whole: what the index lost is read from them again, while the rest serves.
        if (index.value.damagedSegments > 0) void search.reindex(() => {}, given);
        else void store.then(({ questions }) => catchUpIndex(search, questions, given));
      });
    },
    watchIntents: (windowId, onIntent, given) =>
      watchIntents(windowId, Date.now, (intent) => onIntent(intent.kind), given),
    onHide: onPageHide,
    watchErased,
  };
}

function originsOf(baseUrl: string): string[] {
  return URL.canParse(baseUrl) ? [new URL(baseUrl).origin] : [];
}
