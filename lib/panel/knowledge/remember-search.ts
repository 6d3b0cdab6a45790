import type { DraftDeps } from '@/lib/draft/pipeline';

type Search = DraftDeps['search'];

/** A ticket asks twice, in the customer's words and in the articles'; this is room for two tickets. */
const mostRemembered = 4;

/**
 * A search that gives its latest answers again for the same requests, until `forget` says that the index has changed.
 * The draft asks what was asked for the list of sources a moment before; the answer is the same, and it is there at once.
 */
export function rememberSearch(search: Search): { search: Search; forget(): void } {
  const remembered = new Map<string, Awaited<ReturnType<Search>>>();
  let changes = 0;
  return {
    async search(request, signal) {
      // What a question means is told anew with every draft, and is large.
      if (request.meaning) return search(request, signal);
      const asked = JSON.stringify(request);
      const known = remembered.get(asked);
      if (known) return known;
      const before = changes;
      const result = await search(request, signal);
      if (before === changes) {
        remembered.set(asked, result);
        for (const oldest of remembered.keys()) {
          if (remembered.size <= mostRemembered) break;
          remembered.delete(oldest);
        }
      }
      return result;
    },
    forget() {
      changes += 1;
      remembered.clear();
    },
  };
}
