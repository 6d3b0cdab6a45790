import { wordsOf } from '@/lib/draft/words/fold';
import type { Unit } from './units';

/** Jaccard of the words: above 0.6 two units say the same. */
export function isSameSaying(a: Unit, b: Unit): boolean {
  const one = new Set(wordsOf(a.text + a.items.join(' ')));
  const two = new Set(wordsOf(b.text + b.items.join(' ')));
  const shared = [...one].filter((word) => two.has(word)).length;
  return shared / (one.size + two.size - shared || 1) > 0.6;
}
