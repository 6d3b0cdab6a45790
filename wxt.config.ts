import { defineConfig } from 'wxt';
import { manifest } from './lib/platform/manifest';

export default defineConfig({
  // Every dependency stands at the top of its file.
  imports: false,
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  manifestVersion: 3,
  manifest,
  zip: { excludeSources: ['test/**', 'docs/**', '.ci/**'] },
});
