import type { Block, DraftDocument, Inline } from '../reply/document';
import { isCitation } from '../reply/document';

export interface OutputGuard {
  /** The document without paragraphs and list items that repeat what must stay inside. The same value when none does. */
  check(document: DraftDocument): { document: DraftDocument; removed: number };
}

/** So many words of the rules in a row are no chance. */
const repeatedWords = 8;

/**
 * Holds back what a model was told and no customer may read: the rules themselves, and marks planted among them that only
 * a leak can bring out.
 */
export function createOutputGuard(rules: string, marks: readonly string[]): OutputGuard {
  const told = new Set<string>();
  const words = wordsOf(rules);
  for (let at = 0; at + repeatedWords <= words.length; at += 1)
    told.add(words.slice(at, at + repeatedWords).join(' '));
  const planted = marks.filter((mark) => mark !== '').map(lettersOf);

  const isLeak = (content: readonly Inline[]) => {
    const text = content.map((inline) => (isCitation(inline) ? '' : inline.text)).join('');
    // Spelled with spaces, dashes or unseen characters between its letters it is still the mark.
    const letters = lettersOf(text);
    if (planted.some((mark) => letters.includes(mark))) return true;
    const said = wordsOf(text);
    return said.some((_, at) => told.has(said.slice(at, at + repeatedWords).join(' ')));
  };

  return {
    check(document) {
      let removed = 0;
      const keep = (content: readonly Inline[]) => {
        const leak = isLeak(content);
        if (leak) removed += 1;
        return !leak;
      };
      const blocks = document.blocks.flatMap((block): Block[] => {
        if (block.type === 'paragraph') return keep(block.content) ? [block] : [];
        const items = block.items.filter(keep);
        return items.length > 0 ? [{ ...block, items }] : [];
      });
      return removed === 0 ? { document, removed } : { document: { blocks }, removed };
    },
  };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
