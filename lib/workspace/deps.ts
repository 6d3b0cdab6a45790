import type { SourceFile } from '@/lib/knowledge/import/files/source-file';
import type { ImportReport } from '@/lib/knowledge/import/report';
import type { ImportProgress } from '@/lib/knowledge/import/run-import';
import type { StoreFailure } from '@/lib/knowledge/repository';
import type { Availability, ProbeCheck } from '@/lib/model/contract';
import type { Clock } from '@/lib/platform/clock';
import type { RetentionPlan } from '@/lib/platform/retention-alarm';
import type { PersonMatcher } from '@/lib/privacy/person';
import type { Result } from '@/lib/result';
import type { SearchClient } from '@/lib/search/worker/client';
import type { Settings } from '@/lib/settings/schema';
import type { ArticleActions } from '@/lib/store/article-actions';
import type { ArticleRepository } from '@/lib/store/articles';
import type { AuditRepository } from '@/lib/store/audit';
import type { ImportSourceRepository } from '@/lib/store/import-sources';
import type { Keyring } from '@/lib/store/keyring';
import type { PersonRecords } from '@/lib/store/person-records';
import type { QuestionRepository } from '@/lib/store/questions';
import type { RetentionRepository } from '@/lib/store/retention';
import type { BuildFailure, BuildProgress } from './meaning/meaning-build';
import type { MeaningSurvey } from './meaning/meaning-survey';
import type { Leftover } from './settings/reset';

/** What is kept about one person. Loaded when it is asked for. */
export interface PeopleDeps extends PersonRecords {
  /** `null`: too little to look for. */
  matcherOf(words: string): Promise<PersonMatcher | null>;
  /** Open panels must not write down again what was erased. */
  tellErased(ticketKeys: readonly string[]): void;
}

/** Everything outside that the workspace needs; the real ones are made in `browser-deps.ts`. */
export interface WorkspaceDeps {
  readonly clock: Clock;
  readonly articles: ArticleRepository;
  readonly articleActions: ArticleActions;
  readonly importSources: ImportSourceRepository;
  readonly audit: AuditRepository;
  readonly questions: QuestionRepository;
  readonly retention: Pick<RetentionRepository, 'foresee'> & {
    /** `null`: no run is planned. */
    readPlan(): Promise<RetentionPlan | null>;
    /** Puts the next run off to a day from `now`, milliseconds since 1970. */
    postpone(now: number): Promise<void>;
  };
  readonly people: PeopleDeps;
  readonly meaning: MeaningDeps;
  readonly search: SearchClient;
  readonly imports: ImportDeps;
  readonly settings: SettingsDeps;
  /** Offers a file for saving. */
  download(name: string, pieces: readonly string[], type: string): void;
  /** Takes away everything that stands in this browser, then looks what is left. */
  reset(): Promise<readonly Leftover[]>;
}

/** Vectors for finding by meaning. Loaded when it is asked for. */
export interface MeaningDeps {
  /** Counts; sends nothing. */
  survey(): Promise<Result<MeaningSurvey, StoreFailure>>;
  /** `null`: another tab is at it. */
  build(
    settings: Settings,
    apiKey: string | null,
    onProgress: (progress: BuildProgress) => void,
    signal: AbortSignal,
  ): Promise<Result<void, BuildFailure> | null>;
  clear(): Promise<Result<void, StoreFailure>>;
}

export type HelpdeskImporter = 'zendesk-guide' | 'zendesk-macros' | 'gorgias-macros';

/** One source, ready to be read, as often as needed: first for the preview, then to write. */
export type ImportRequest =
  | { readonly importer: 'files'; readonly label: string; readonly files: readonly SourceFile[] }
  | {
      readonly importer: HelpdeskImporter;
      readonly label: string;
      readonly account: string;
      readonly tabId: number;
    }
  | { readonly importer: 'demo-shop'; readonly label: string };

export interface ImportRun {
  readonly signal: AbortSignal;
  readonly dryRun: boolean;
  readonly decisions: ReadonlyMap<string, 'mine' | 'theirs'>;
  onProgress(progress: ImportProgress): void;
}

/** A tab of a helpdesk that we may read: where its knowledge can come from. */
export interface HelpdeskTab {
  readonly tabId: number;
  /** Id in the helpdesk registry. */
  readonly helpdesk: string;
  readonly helpdeskName: string;
  /** Host, e.g. `acme.zendesk.com`. */
  readonly account: string;
}

export interface ImportDeps {
  run(request: ImportRequest, options: ImportRun): Promise<ImportReport>;
  helpdeskTabs(): Promise<HelpdeskTab[]>;
}

export interface EndpointPreset {
  readonly id: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly needsKey: boolean;
}

export interface ModelChoice {
  readonly id: string;
  readonly contextTokens: number | null;
}

export interface SettingsDeps {
  save(change: Partial<Settings>): Promise<Settings>;
  watch(onChange: (settings: Settings) => void, signal: AbortSignal): void;
  readonly keyring: Keyring;
  presets(): Promise<readonly EndpointPreset[]>;
  /** What the address is, or the code of what is wrong with it. */
  readAddress(baseUrl: string): Promise<{ ok: true; origin: string } | { ok: false; code: string }>;
  /** Must be called in the turn of the click: the browser asks the person. */
  requestOrigin(origin: string): Promise<boolean>;
  probe(settings: Settings, apiKey: string | null, signal: AbortSignal): AsyncIterable<ProbeCheck>;
  /** Empty when the endpoint lists none. */
  models(settings: Settings, apiKey: string | null, signal: AbortSignal): Promise<readonly ModelChoice[]>;
  onDevice(): Promise<Availability>;
  downloadOnDevice(signal: AbortSignal): AsyncIterable<Availability>;
  /** Keys of the browser commands as they are set; an empty text: not set. */
  commands(): Promise<readonly { id: string; keys: string }[]>;
  openShortcutPage(): void;
}
