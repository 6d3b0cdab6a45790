import type { ModelPart, ModelProvider, ModelRequest } from '@/lib/model/contract';
import { err, ok, type Result } from '@/lib/result';
import type { SecondReading, SecondReadingFailure } from './opinion';

/** A model that talks on and on is stopped here. */
const longestAnswer = 12_000;

/** Answers of twelve sentences with a quote each, and room to think. */
export const answerTokens = 1_200;

export interface Answered {
  text: string;
  usage: SecondReading['usage'];
}

/**
 * Sends the request once. What a provider would try again by itself is broken off instead: nobody waits for this, and a
 * busy endpoint is left to the drafts. `aborted`: the signal fired.
 */
export async function askOnce(
  provider: Pick<ModelProvider, 'write'>,
  prompt: ModelRequest['prompt'],
  signal: AbortSignal,
): Promise<Result<Answered, SecondReadingFailure | { code: 'aborted' }>> {
  let text = '';
  let usage: Answered['usage'] = null;
  let end: Extract<ModelPart, { type: 'end' | 'error' }> = { type: 'end', reason: 'cut' };
  // Leaving this loop early returns the provider's generator, which aborts its request.
  for await (const part of provider.write(
    { prompt, material: null, maxOutputTokens: answerTokens },
    signal,
  )) {
    if (part.type === 'text') text += part.text;
    else if (part.type === 'usage')
      usage = { inputTokens: part.inputTokens, outputTokens: part.outputTokens };
    else if (part.type !== 'warning') end = part;
    else if (part.code === 'retrying') return err({ code: 'busy' });
    if (text.length > longestAnswer) return err({ code: 'not-understood' });
  }
  if (signal.aborted) return err({ code: 'aborted' });
  if (end.type === 'error') return err(end.error);
  return end.reason === 'complete' ? ok({ text, usage }) : err({ code: 'cut' });
}
