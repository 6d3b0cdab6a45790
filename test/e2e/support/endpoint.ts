import type { ServerResponse } from 'node:http';
import { type Answer, chunk, openStream, type SseServer } from '../../support/sse-server';
import type { ExtensionBrowser } from './extension';
import { changeSettings, keepEndpointKey } from './settings';

/** What the settings hold of an endpoint. */
export function endpointAt({ baseUrl }: SseServer, change: Record<string, unknown> = {}) {
  const chosen = { preset: 'other', baseUrl, model: 'house-12b', contextTokens: null, stallSeconds: 30 };
  return { ...chosen, ...change };
}

/** Chooses a model as the settings page would: the key in the extension's own database, the rest in its settings. */
export async function setEndpoint(browser: ExtensionBrowser, server: SseServer): Promise<void> {
  await keepEndpointKey(browser, 'sk-of-the-test');
  await changeSettings(browser, { provider: 'openai', endpoint: endpointAt(server) });
}

/** An answer that writes some words, then waits until the test says how it goes on. */
export function heldAnswer(words: string | ((body: string) => string)): {
  answer: Answer;
  goOn: (then: (response: ServerResponse) => void) => void;
} {
  let goOn: (then: (response: ServerResponse) => void) => void = () => {};
  const held = new Promise<(response: ServerResponse) => void>((resolve) => {
    goOn = resolve;
  });
  return {
    goOn: (then) => goOn(then),
    async answer(response, { body }) {
      openStream(response);
      const text = typeof words === 'string' ? words : words(body);
      for (const word of text.split(/(?<= )/)) response.write(chunk(word));
      (await held)(response);
    },
  };
}
