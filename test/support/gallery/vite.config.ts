import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Every state of the panel on a page of its own, without an extension around it. */
export default defineConfig({
  root: at('.'),
  plugins: [react()],
  resolve: { alias: { '#i18n': at('../i18n.ts'), '@': at('../../..') } },
  build: { outDir: at('../../../.output/gallery'), emptyOutDir: true },
});
