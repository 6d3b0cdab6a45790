import { basename } from 'node:path';
import { seededRandom } from '../bench/search-corpus';
import { meanNdcg10, openSet, setFolders } from './retrieval';
import { addNoise, addTypos } from './ticket-noise';

const seed = 7;

/**
 * What mail manners and typos cost: every judged query clean, inside a mail (greeting, small talk, signature,
 * disclaimer, quoted history in several styles and languages) and with typos. Arguments: set folders.
 */
export async function run(folders: readonly string[]): Promise<void> {
  for (const folder of setFolders(folders)) {
    const { index, queries, judgements } = openSet(folder);
    const judged = queries.filter((query) => !query.outOfScope && judgements.has(query.id));
    const score = (change: (text: string) => string) =>
      meanNdcg10(index, new Map(judged.map(({ id, text }) => [id, change(text)])), judgements);
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
