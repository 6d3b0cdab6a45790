import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface StartOptions {
  /** A seed folder; `null`: the demo shop. */
  dataDir: string | null;
  helpdesks: readonly ('zendesk' | 'gorgias')[];
  ticketId: number | null;
  headless: boolean;
  /** A real model, from the environment; `null`: no model. */
  model: { baseUrl: string; model: string; key: string } | null;
}

/** Reads the command line and the environment; throws with a sentence when something is off. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      helpdesk: { type: 'string', default: 'both' },
      ticket: { type: 'string' },
      headless: { type: 'boolean', default: false },
    },
  });
  const { data, helpdesk } = values;
  if (data !== undefined && !existsSync(data)) throw new Error(`--data ${data}: there is no such folder`);
  if (!['both', 'zendesk', 'gorgias'].includes(helpdesk)) {
    throw new Error(`--helpdesk ${helpdesk}: say zendesk, gorgias or both`);
  }
  const hasDisplay = process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
  return {
    dataDir: data === undefined ? null : resolve(data),
    helpdesks: helpdesk === 'both' ? ['zendesk', 'gorgias'] : [helpdesk as 'zendesk' | 'gorgias'],
    ticketId: values.ticket === undefined ? null : Number(values.ticket),
    headless: values.headless || !hasDisplay,
    model: modelFrom(env),
  };
}

function modelFrom(env: NodeJS.ProcessEnv): StartOptions['model'] {
  const { OPENAI_API_KEY: key, OPENAI_BASE_URL: baseUrl, MODEL: model } = env;
  if (!key && !baseUrl) return null;
  if (!model)
    throw new Error(
      'OPENAI_API_KEY or OPENAI_BASE_URL is set, but MODEL is not: name the model to draft with',
    );
  return { baseUrl: baseUrl ?? 'https://api.openai.com/v1', model, key: key ?? '' };
}
