import { basename } from 'node:path';
import { search } from '@/lib/search/search';
import { seededRandom } from '../bench/search-corpus';
import { ndcg, openSet } from './retrieval';
import { addNoise, addTypos } from './ticket-noise';

const seed = 7;

/**
 * What mail manners and typos cost: every judged query clean, inside a mail (greeting, small talk, signature,
 * disclaimer, quoted history in several styles and languages) and with typos. Arguments: set folders.
 */
export async function run(folders: readonly string[]): Promise<void> {
  if (folders.length === 0)
    throw new Error('Name at least one folder with corpus.jsonl, queries.jsonl and qrels.tsv.');
  for (const folder of folders.filter((each) => !each.endsWith('.md'))) {
    const { index, queries, judgements } = openSet(folder);
    const judged = queries.filter((query) => !query.outOfScope && judgements.has(query.id));
    const score = (change: (text: string) => string) => {
      const sum = judged.reduce((total, { id, text }) => {
        const gains = judgements.get(id)!;
        const { hits } = search(index, { text: change(text), limit: 10 });
        return (
          total +
          ndcg(
            hits.map((hit) => gains.get(hit.articleId) ?? 0),
            [...gains.values()],
          )
        );
      }, 0);
      return sum / judged.length;
    };
    const random = seededRandom(seed);
    const clean = score((text) => text);
    const noisy = score((text) => addNoise(text, random));
    const typos = score((text) => addTypos(text, random));
    const row = {
      set: basename(folder),
      queries: judged.length,
      clean,
      noisy,
      noisyShare: noisy / clean,
      typos,
      typoLoss: 1 - typos / clean,
    };
    console.log(
      JSON.stringify(row, (_key, value) => (typeof value === 'number' ? Number(value.toFixed(4)) : value)),
    );
  }
}
