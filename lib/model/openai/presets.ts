/** One kind of endpoint, as the settings offer it. Base addresses are the makers' documented defaults. */
export interface Preset {
  id: string;
  name: string;
  /** `{resource}` is to be replaced by the team. */
  baseUrl: string;
  needsKey: boolean;
  /** Header that carries the key beside `Authorization`. */
  keyHeader: string | null;
  /** OpenAI's newer models refuse the old name, most other servers know only that. */
  outputLimit: 'max_completion_tokens' | 'max_tokens';
}

export const presets: readonly Preset[] = [
  {
    id: 'openai',
    name: 'OpenAI',
    baseUrl: 'https://api.openai.com/v1',
    needsKey: true,
    keyHeader: null,
    outputLimit: 'max_completion_tokens',
  },
  {
    id: 'azure',
    name: 'Azure OpenAI',
    baseUrl: 'https://{resource}.openai.azure.com/openai/v1',
    needsKey: true,
    keyHeader: 'api-key',
    outputLimit: 'max_completion_tokens',
  },
  {
    id: 'openrouter',
    name: 'OpenRouter',
    baseUrl: 'https://openrouter.ai/api/v1',
    needsKey: true,
    keyHeader: null,
    outputLimit: 'max_tokens',
  },
  {
    id: 'ollama',
    name: 'Ollama',
    baseUrl: 'http://localhost:11434/v1',
    needsKey: false,
    keyHeader: null,
    outputLimit: 'max_tokens',
  },
  {
    id: 'lm-studio',
    name: 'LM Studio',
    baseUrl: 'http://localhost:1234/v1',
    needsKey: false,
    keyHeader: null,
    outputLimit: 'max_tokens',
  },
  {
    id: 'vllm',
    name: 'vLLM',
    baseUrl: 'http://localhost:8000/v1',
    needsKey: false,
    keyHeader: null,
    outputLimit: 'max_tokens',
  },
  {
    id: 'llama-cpp',
    name: 'llama.cpp',
    baseUrl: 'http://localhost:8080/v1',
    needsKey: false,
    keyHeader: null,
    outputLimit: 'max_tokens',
  },
  {
    id: 'other',
    name: 'Another endpoint',
    baseUrl: '',
    needsKey: false,
    keyHeader: null,
    outputLimit: 'max_tokens',
  },
];

export function presetOf(id: string): Preset {
  return presets.find((preset) => preset.id === id) ?? presets.at(-1)!;
}
