/** Names under which models put the reply when they answer with an object. */
const replyNames = ['reply', 'answer', 'response', 'message', 'draft', 'text', 'content', 'body', 'output'];

/**
 * A reply that came as JSON, alone, in a fence or with words around it. `words`: what was meant for the customer, or
 * `null` where that cannot be told. `null`: it is no JSON, and is read as it stands.
 */
export function unwrapReply(text: string): { words: string | null } | null {
  const fenced = /```(?:json)?\s*\n?([\s\S]*?)(?:```|$)/u.exec(text)?.[1];
  const bare = /\{\s*"[\w -]+"\s*:[\s\S]*/u.exec(text)?.[0];
  const json = [fenced, bare].find((part) => part !== undefined && /^\s*(?:\[\s*)?\{\s*"/u.test(part));
  if (json === undefined) return null;
  const value = parse(json.slice(0, Math.max(json.lastIndexOf('}'), json.lastIndexOf(']')) + 1));
  if (typeof value !== 'object' || value === null) return { words: null };
  const name = replyNames.find((each) => typeof (value as Record<string, unknown>)[each] === 'string');
  return { words: name === undefined ? null : (value as Record<string, string>)[name]! };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Cut off or never JSON: the caller shows it as plain text.
    return null;
  }
}
