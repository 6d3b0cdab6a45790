import { createJiti } from 'jiti';
import { defineConfig } from 'wxt';

// The manifest derives from the helpdesk registry, which imports by `@/`; WXT's own loader of this file knows no
// aliases.
const jiti = createJiti(import.meta.url, { alias: { '@': import.meta.dirname } });
const { manifest } = await jiti.import<typeof import('./lib/platform/manifest')>(
  './lib/platform/manifest.ts',
);

export default defineConfig({
  // Every dependency stands at the top of its file.
  imports: false,
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  manifestVersion: 3,
  manifest,
  vite: () => ({
    build: {
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
