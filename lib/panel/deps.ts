import type { DraftDocument } from '@/lib/draft/document';
import type { DraftDeps, Mask } from '@/lib/draft/pipeline';
import type { ApiGet, HelpdeskReader } from '@/lib/helpdesk/contract';
import type { ModelProvider } from '@/lib/model/contract';
import type { Clock } from '@/lib/platform/clock';
import type { TabClient } from '@/lib/rpc/client';
import type { Settings } from '@/lib/settings/schema';
import type { Outcome } from '@/lib/store/outcome';
import type { Ticket } from '@/lib/ticket/ticket';
import type { SessionArchive } from './sessions';

/** Everything outside that the panel needs; the real ones are made in `browser-deps.ts`. */
export interface PanelDeps {
  clock: Clock;
  newId(): string;
  archive: SessionArchive;
  keepOutcome(outcome: Outcome): Promise<void>;
  search: DraftDeps['search'];
  readArticles: DraftDeps['readArticles'];
  /** Who writes with these settings. Ready at once: heavy parts were loaded when the settings became known. */
  provider(settings: Settings): Promise<ModelProvider>;
  describeWriter(settings: Settings): { label: string; egress: readonly string[] };
  maskFor(ticket: Ticket): Mask;
  readerOf(helpdeskId: string): HelpdeskReader;
  apiGet(client: TabClient): ApiGet;
  /** Puts the draft on the clipboard, formatted and plain. `false`: the browser refused. */
  copy(document: DraftDocument): Promise<boolean>;
  closePanel(): void;
  settings(): Settings;
  watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void;
  watchArticleCount(onCount: (count: number) => void, signal: AbortSignal): void;
  watchIntents(windowId: number, onIntent: (kind: 'open' | 'draft' | 'insert') => void, signal: AbortSignal): void;
}
