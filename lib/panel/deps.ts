import type { DraftDeps } from '@/lib/draft/pipeline';
import type { DraftDocument } from '@/lib/draft/reply/document';
import type { AskMeaning } from '@/lib/draft/sources/by-meaning';
import type { ApiGet, HelpdeskReader } from '@/lib/helpdesk/contract';
import type { Digest } from '@/lib/knowledge/canonical';
import type { ModelProvider } from '@/lib/model/contract';
import type { Clock } from '@/lib/platform/clock';
import type { AuditEvent } from '@/lib/privacy/audit';
import type { TicketMask } from '@/lib/privacy/ticket-mask';
import type { MaskOptions } from '@/lib/privacy/vault';
import type { TabClient } from '@/lib/rpc/client';
import type { SearchClient } from '@/lib/search/worker/client';
import type { Settings } from '@/lib/settings/schema';
import type { Outcome } from '@/lib/store/outcome';
import type { Ticket } from '@/lib/ticket/ticket';
import type { DraftWorker } from './draft-worker/client';
import type { EndpointKey } from './key/endpoint-key';
import type { SessionArchive } from './sessions';

/** Everything outside that the panel needs; the real ones are made in `browser-deps.ts`. */
export interface PanelDeps {
  clock: Clock;
  newId(): string;
  newToken: DraftDeps['newToken'];
  archive: SessionArchive;
  /** `false`: it could not be kept. */
  keepOutcome(outcome: Outcome): Promise<boolean>;
  /** Adds an entry to the audit log. `false`: it could not be kept. */
  appendAudit(event: AuditEvent): Promise<boolean>;
  digest: Digest;
  /** Makes the articles that a sent reply stood on easier to find by its question, which is masked already. */
  learn(outcome: Outcome, maskedQuestion: string): Promise<void>;
  search: DraftDeps['search'];
  /** For typing: a newer call gives up the one before. */
  suggest: SearchClient['suggest'];
  explain: DraftDeps['explain'];
  readArticles: DraftDeps['readArticles'];
  /** Who writes with these settings. Ready at once: heavy parts were loaded when the settings became known. */
  provider(settings: Settings): Promise<ModelProvider>;
  withoutModel(): ModelProvider;
  /** What questions mean, asked of the endpoint beside its drafts; `null`: found by words alone. */
  meaningFor(settings: Settings): Promise<AskMeaning | null>;
  key: Pick<EndpointKey, 'unlock' | 'watchLock'>;
  /** The browser's own key for inserting, `null` when none is set. */
  insertKey(): Promise<string | null>;
  describeWriter(settings: Settings): { label: string; egress: readonly string[] };
  openLedger: DraftDeps['openLedger'];
  deriveNeed: DraftDeps['deriveNeed'];
  detectLanguage: DraftWorker['detectLanguage'];
  sentencesToRead: DraftWorker['sentencesToRead'];
  /** One vault per ticket. Its tables load with the first one. */
  maskFor(ticket: Ticket, options: MaskOptions): Promise<TicketMask>;
  readerOf(helpdeskId: string): HelpdeskReader;
  apiGet(client: TabClient): ApiGet;
  /** Puts the draft on the clipboard, formatted and plain. `false`: the browser refused. */
  copy(document: DraftDocument): Promise<boolean>;
  /** Closes the panel that runs this, so that the agent's next key lands in the reply box. */
  closePanel(): Promise<void>;
  /** Loads the helpdesk's page once more, when an older content script runs in it. */
  reloadTab(windowId: number): Promise<void>;
  /** Brings in the invented shop; rejects when it cannot be stored. */
  importDemoShop(
    onProgress: (progress: { done: number; of: number }) => void,
    signal: AbortSignal,
  ): Promise<void>;
  /** `false`: it could not be kept. */
  rateOutcome(ticketKey: string, useful: boolean): Promise<boolean>;
  /** The panel is about to go: the last moment to write. */
  onHide(listener: () => void, signal: AbortSignal): void;
  /** What is kept of these tickets was erased. */
  watchErased(onErased: (ticketKeys: readonly string[]) => void, signal: AbortSignal): void;
  settings(): Settings;
  watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void;
  watchArticleCount(onCount: (count: number) => void, signal: AbortSignal): void;
  watchIntents(
    windowId: number,
    onIntent: (kind: 'open' | 'draft' | 'insert') => void,
    signal: AbortSignal,
  ): void;
}
