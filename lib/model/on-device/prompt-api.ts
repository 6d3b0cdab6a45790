/**
 * The browser's Prompt API as far as it is used. Chromium builds without a model also have the global, so only
 * `availability()` tells whether it can be used.
 */
export interface PromptApi {
  availability(options: PromptOptions): Promise<'unavailable' | 'downloadable' | 'downloading' | 'available'>;
  create(options: PromptOptions & CreateOptions): Promise<PromptSession>;
}

export interface PromptOptions {
  expectedInputs?: { type: 'text'; languages: string[] }[];
  expectedOutputs?: { type: 'text'; languages: string[] }[];
}

export interface CreateOptions {
  initialPrompts?: { role: 'system' | 'user' | 'assistant'; content: string }[];
  monitor?: (target: EventTarget) => void;
  signal?: AbortSignal;
}

export interface PromptSession {
  promptStreaming(text: string, options?: { signal?: AbortSignal }): ReadableStream<string>;
  destroy(): void;
  readonly contextUsage?: number;
  readonly contextWindow?: number;
}

export function findPromptApi(): PromptApi | null {
  const found = (globalThis as { LanguageModel?: PromptApi }).LanguageModel;
  return found !== undefined && typeof found.availability === 'function' ? found : null;
}

/** The same options go to `availability` and `create`, or the answer of the first means nothing for the second. */
export function optionsFor(language: string | null): PromptOptions {
  const languages = [...new Set(['en', language ?? 'en'])];
  return {
    expectedInputs: [{ type: 'text', languages }],
    expectedOutputs: [{ type: 'text', languages: [language ?? 'en'] }],
  };
}
