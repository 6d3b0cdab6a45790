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
  zip: { excludeSources: ['test/**', 'docs/**', '.ci/**'] },
});
