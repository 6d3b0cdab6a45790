import type { DraftDeps } from '@/lib/draft/pipeline';

type Search = DraftDeps['search'];

/**
 * A search that gives its last answer again for the same request, until `forget` says that the index has changed. The
 * draft asks what was asked for the list of sources a moment before; the answer is the same, and it is there at once.
 */
export function rememberSearch(search: Search): { search: Search; forget(): void } {
  let last: { request: string; result: Awaited<ReturnType<Search>> } | null = null;
  let changes = 0;
  return {
    async search(request, signal) {
      const asked = JSON.stringify(request);
      if (last?.request === asked) return last.result;
      const before = changes;
      const result = await search(request, signal);
      if (before === changes) last = { request: asked, result };
      return result;
    },
    forget() {
      changes += 1;
      last = null;
    },
  };
}
