import { loadDemoShop } from '../../demo-shop/load';
import type { Importer } from '../contract';
import { readMarkdown } from '../formats/markdown';

/** The invented shop that shows the product before any knowledge is brought in; taken out in one press. */
export const demoShop: Importer<null> = {
  id: 'demo-shop',
  name: 'Demo shop',
  async *open(_input, signal) {
    const texts = await loadDemoShop();
    for (const [done, file] of texts.entries()) {
      if (signal.aborted) return;
      yield { kind: 'progress', done, total: texts.length };
      const item = readMarkdown(file);
      // One scope: an article that a newer build no longer brings is gone.
      yield item.kind === 'article' ? { ...item, draft: { ...item.draft, scope: 'demo-shop' } } : item;
    }
    yield { kind: 'progress', done: texts.length, total: texts.length };
  },
};
