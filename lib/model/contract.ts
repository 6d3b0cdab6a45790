import type { Result } from '@/lib/result';

/** Chat messages as any model takes them. The system text comes first and once. */
export interface PromptMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** A numbered passage as the prompt shows it; `number` is what the model may cite. */
export interface NumberedPassage {
  number: number;
  title: string;
  kind: string;
  text: string;
  /** In force, for the reader: `since 2026-08-01`, or empty. */
  validity: string;
  /** Whether somebody stands for it; left out: not known. */
  verified?: 'verified' | 'due' | 'never';
  /** A rule for a span of time that this case falls into; it goes before the general one. */
  isSpecial?: boolean;
}

/** The order a reply is about, as the helpdesk tells it. */
export interface ReplyOrder {
  name: string;
  state: 'waiting' | 'sent' | 'delivered' | 'cancelled' | 'unknown';
  daysSinceDelivery: number | null;
  /** Titles of what was bought. */
  items: readonly string[];
}

/** What a provider without a model arranges into a reply. All text is the team's own or the ticket's. */
export interface ReplyMaterial {
  language: string | null;
  customerFirstName: string | null;
  agentName: string | null;
  channel: string;
  asks: readonly { text: string; passages: readonly number[] }[];
  passages: readonly NumberedPassage[];
  /** Canned replies with their slots filled; `unfilled` names slots the ticket could not fill. */
  cannedReplies: readonly { number: number; text: string; unfilled: readonly string[] }[];
  missing: readonly string[];
  order?: ReplyOrder | null;
  /** Names of the customer's market as articles write them; empty: not known. */
  market?: readonly string[];
  /** Words around the asks: subject and newest messages. Never quoted. */
  context: string;
  /** What the customer wrote before an agent's last answer. */
  earlier?: string;
  tone: 'angry' | 'worried' | 'neutral' | 'happy';
  evidence: 'strong' | 'weak' | 'none';
  /** The reply answers nothing and asks the customer for what an answer needs. */
  asksBack?: boolean;
  /** "shorter", "warmer", free words; providers that cannot follow one say so in a warning part. */
  instruction: string | null;
  /** The draft that the instruction changes, as reply text. */
  previous: string | null;
}

export interface ModelRequest {
  prompt: readonly PromptMessage[];
  /** `null`: what is asked for is no reply, and stands in the prompt alone. */
  material: ReplyMaterial | null;
  maxOutputTokens: number;
}

/**
 * What arrives while a reply is written. `text` is Markdown of the reply subset: paragraphs, `-`/`1.` lists, bold,
 * italic, and citations `[n]` by passage number. Exactly one `end` or `error` comes last.
 */
export type ModelPart =
  | { type: 'text'; text: string }
  | {
      type: 'warning';
      code: 'instruction-not-followed' | 'retrying' | 'other-language';
      retryInSeconds?: number;
    }
  | { type: 'usage'; inputTokens: number; outputTokens: number }
  | { type: 'end'; reason: 'complete' | 'length' | 'filtered' | 'cut' | 'aborted' }
  | { type: 'error'; error: ModelFailure };

export type ModelFailure =
  | { code: 'unreachable' }
  | { code: 'offline' }
  | { code: 'key-refused' }
  /** The key waits for its passphrase. */
  | { code: 'key-locked' }
  /** The key was removed while it was in use. */
  | { code: 'key-gone' }
  | { code: 'not-allowed' }
  | { code: 'model-missing'; model: string; others: number | null }
  | { code: 'rate-limited'; retryAfterSeconds: number | null }
  | { code: 'server'; status: number; tries: number }
  | { code: 'not-an-answer' }
  | { code: 'stalled'; seconds: number }
  | { code: 'rejected'; status: number }
  | { code: 'too-long' }
  | { code: 'host-blocked'; host: string }
  | { code: 'unavailable' }
  | { code: 'empty' };

export interface ModelProvider {
  readonly id: string;
  /** As the status line names it: `No model`, `On this device`, or the model's own name. */
  readonly label: string;
  /** Hosts that a request goes to; empty: nothing leaves the browser. */
  readonly egress: readonly string[];
  /** `false`: writes from the material alone, so that no prompt is made for it. */
  readonly readsPrompt: boolean;
  /** Tokens that fit, prompt and reply together; `null` where it does not matter. */
  readonly contextTokens: number | null;
  write(request: ModelRequest, signal: AbortSignal): AsyncIterable<ModelPart>;
  /** Loads the code that writing needs, so that no press waits for it. Asks no network; may be called often. */
  warmUp?(): void;
}

/** Texts to be turned into vectors that say what they mean. */
export interface EmbeddingRequest {
  readonly model: string;
  /** Numbers a vector, for models that can shorten theirs; `null`: as the model makes them. */
  readonly dimensions: number | null;
  readonly texts: readonly string[];
}

export interface Embeddings {
  /** One a text, in their order, all of one size. */
  readonly vectors: readonly Float32Array<ArrayBuffer>[];
  readonly dimensions: number;
  /** As the endpoint counted them; `null`: not told. */
  readonly tokens: number | null;
}

export type EmbeddingFailure =
  | ModelFailure
  /** The endpoint makes no vectors. */
  | { code: 'not-offered' }
  | { code: 'aborted' };

/** One line of the endpoint test, in the order it was tried. */
export interface ProbeCheck {
  check: 'host' | 'path' | 'key' | 'model' | 'stream' | 'json' | 'context' | 'embeddings';
  state: 'ok' | 'failed' | 'not-offered' | 'not-reached';
  /** What was really answered, short, without keys. */
  detail: string;
}

/** What can be told of a provider before it is used. */
export type Availability =
  | { state: 'ready' }
  | { state: 'downloadable' }
  | { state: 'downloading'; fraction: number | null }
  | { state: 'unavailable'; reason: string };

export type ProviderResult = Result<ModelProvider, ModelFailure>;
