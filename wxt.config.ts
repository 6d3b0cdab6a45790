import { createJiti } from 'jiti';
import { defineConfig } from 'wxt';

// The manifest derives from the helpdesk registry, which imports by `@/`; WXT's own loader of this file knows no
// aliases.
const jiti = createJiti(import.meta.url, { alias: { '@': import.meta.dirname } });
const { manifest } = await jiti.import<typeof import('./lib/platform/manifest')>(
  './lib/platform/manifest.ts',
);

interface ModuleGraph {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/**
 * What the panel shows first and other pages share stands in one file: asking for a file costs the opening page one to
 * three milliseconds of its first task, and the bundler's own choice is some thirty files.
 */
function sharedByThePanel() {
  let first: Set<string> | null = null;
  const collect = (id: string, graph: ModuleGraph, into: Set<string>) => {
    if (into.has(id)) return into;
    into.add(id);
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) collect(imported, graph, into);
    return into;
  };
  return {
    minShareCount: 2,
    name(id: string, graph: ModuleGraph) {
      first ??= collect(`${import.meta.dirname}/entrypoints/sidepanel/main.tsx`, graph, new Set());
      return first.has(id) ? 'shared' : null;
    },
  };
}

export default defineConfig({
  // Every dependency stands at the top of its file.
  imports: false,
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  manifestVersion: 3,
  manifest,
  vite: () => ({
    // In the form that allows a worker to load its parts when it needs them.
    worker: { format: 'es' },
    build: {
      rolldownOptions: { output: { codeSplitting: { groups: [sharedByThePanel()] } } },
      modulePreload: {
        // A chunk that is loaded later finds its modules by itself: they lie on this disk, and asking for each of them
        // ahead costs the page a millisecond a piece in the very task that was to stay short.
        resolveDependencies: (_file, dependencies, { hostType }) =>
          hostType === 'html' ? dependencies : dependencies.filter((each) => each.endsWith('.css')),
      },
    },
  }),
  zip: { excludeSources: ['test/**', 'docs/**', '.ci/**'] },
});
