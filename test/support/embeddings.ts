import type { Answer } from './sse-server';

/**
 * A real model of what texts mean, as far as their letters tell it: counts of character 3- to 5-grams of each word,
 * hashed into so many numbers. The same text always gives the same vector, and texts that share stems are near.
 */
export function embedText(text: string, dimensions = 128): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    const letters = `<${word}>`;
    for (let length = 3; length <= 5; length++)
      for (let at = 0; at + length <= letters.length; at++) {
        const hash = hashOf(letters.slice(at, at + length));
        vector[hash % dimensions]! += hash & 0x1_0000 ? 1 : -1;
      }
  }
  const size = Math.hypot(...vector) || 1;
  return vector.map((number) => number / size);
}

/** FNV-1a with its bits mixed. */
function hashOf(gram: string): number {
  let hash = 0x811c9dc5;
  for (const letter of gram) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** What an endpoint answers: a vector for each text of the request, and how much it read. */
export function embedded(dimensions = 128): Answer {
  return (response, { body }) => {
    const { model, input } = JSON.parse(body) as { model: string; input: string[] };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        object: 'list',
        model,
        data: input.map((text, index) => ({
          object: 'embedding',
          index,
          embedding: embedText(text, dimensions),
        })),
        usage: { prompt_tokens: tokensOf(input), total_tokens: tokensOf(input) },
      }),
    );
  };
}

const tokensOf = (texts: readonly string[]) =>
  texts.reduce((sum, text) => sum + Math.ceil(text.length / 4), 0);
