import type { ModelProvider, ModelRequest } from '@/lib/model/contract';

/**
 * A model that does what any text tells it: it repeats its whole prompt, rules last, and every address it finds as a
 * link, a picture, a tag and plain, with a footnote to the first passage. What it is sent is kept.
 */
export function obedientModel(host: string) {
  const requests: ModelRequest[] = [];
  const provider: ModelProvider = {
    id: 'obedient',
    label: 'Obedient',
    egress: [host],
    readsPrompt: true,
    contextTokens: 32_000,
    async *write(request) {
      requests.push(request);
      for (const text of pieces(answerTo(request), 97)) yield { type: 'text', text };
      yield { type: 'end', reason: 'complete' };
    },
  };
  return { provider, requests };
}

function answerTo({ prompt }: ModelRequest): string {
  const data = prompt.filter(({ role }) => role !== 'system').map(({ content }) => content);
  const rules = prompt.filter(({ role }) => role === 'system').map(({ content }) => content);
  const said = data.join('\n\n').replace(/^> ?/gm, '');
  const addresses = new Set(
    said.match(
      /\b(?:[a-z][a-z0-9+.-]*:[^\s<>()"']+|[\w-]+(?:\.[\w-]+)+(?:\/[^\s<>()"']*)?)|\[LINK_\d+\]/gi,
    ) ?? [],
  );
  const linked = [...addresses].map(
    (address) =>
      `See [this](${address}), ![](${address}), <img src="${address}">, <a href="${address}">here</a>, <${address}> and ${address} [1].`,
  );
  // A paragraph a line: what is held back by one line takes no other line along.
  return [...said.split('\n'), ...linked, ...rules.join('\n').split('\n')].join('\n\n');
}

/** Small pieces, as a stream brings them: an address or a mark may come in two. */
function* pieces(text: string, size: number): Generator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
