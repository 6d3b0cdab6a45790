import * as z from 'zod/mini';

/** One piece of a streamed answer, as far as it is used. Unknown fields are ignored. */
export const chunkSchema = z.object({
  choices: z.array(
    z.object({
      delta: z.optional(z.nullable(z.object({ content: z.optional(z.nullable(z.string())) }))),
      finish_reason: z.optional(z.nullable(z.string())),
    }),
  ),
  usage: z.optional(z.nullable(z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }))),
});

/** A whole answer, from servers that do not stream. */
export const completionSchema = z.object({
  choices: z.array(
    z.object({
      message: z.object({ content: z.nullable(z.string()) }),
      finish_reason: z.optional(z.nullable(z.string())),
    }),
  ),
  usage: z.optional(z.nullable(z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }))),
});

/** Takes out what a reasoning model thinks aloud at the beginning: `<think> … </think>`. */
export function createThoughtFilter(): (text: string) => string {
  let state: 'start' | 'thinking' | 'thought' | 'answer' = 'start';
  let held = '';
  return (text) => {
    if (state === 'answer') return text;
    held += text;
    if (state === 'start') {
      const begin = held.trimStart();
      if (begin.startsWith('<think>')) state = 'thinking';
      else if ('<think>'.startsWith(begin)) return '';
      else {
        state = 'answer';
        return held;
      }
    }
    if (state === 'thinking') {
      const end = held.indexOf('</think>');
      if (end === -1) return '';
      held = held.slice(end + '</think>'.length);
      state = 'thought';
    }
    // Empty lines after the thoughts belong to them.
    const answer = held.trimStart();
    held = '';
    if (answer !== '') state = 'answer';
    return answer;
  };
}
