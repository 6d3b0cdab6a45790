import type { Availability, ProviderResult, ReplyMaterial } from './contract';
import type { ComposedReply } from './extractive/compose';

/** Arranges quotes into a reply, wherever that runs. */
export interface Composer {
  compose(material: ReplyMaterial): Promise<ComposedReply>;
  /** Loads what composing needs, so that no press waits for it. */
  warmUp(): void;
}

/** Everything a provider may need; each takes what concerns it. */
export interface ModelConfig {
  endpoint: {
    preset: string;
    baseUrl: string;
    model: string;
    /** `null`: not known. */
    contextTokens: number | null;
    /** Silence after which an answer counts as stalled. */
    stallSeconds: number;
  };
  apiKey: string | null;
  /** Only providers that keep everything in this browser may write. */
  nothingLeaves: boolean;
  /** Left out: composed where the provider runs. A page composes in its worker. */
  composer?: Composer;
  /** `fetch` bound to the configured origin (`createEgress` of lib/platform). */
  send: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
}

/** What a folder under `lib/model/` exports and `registry.ts` lists. */
export interface ProviderFactory<Id extends string = string> {
  readonly id: Id;
  /** Never asks the network. */
  availability(config: ModelConfig, language: string | null): Promise<Availability>;
  create(config: ModelConfig): ProviderResult;
}
