import { indexOf } from '@/lib/search/document-fixture';
import { carryOver, fill, missingOf, toBlock } from '@/lib/search/meaning/article-vectors';
import { openBlock, type VectorBlock } from '@/lib/search/meaning/block';
import { nearestArticles, pairVectors } from '@/lib/search/meaning/nearest';
import { readRetrievalSet } from '../eval/retrieval-set';
import { growCorpus, seededRandom } from './search-corpus';

const questions = 50;
const found = 60;

/**
 * `meaning DIR [PASSAGES] [DIMENSIONS]`: what vectors cost a browser: their size as stored, opening them all with their
 * checksums, holding them against the index, and the exact scan of one question. Their numbers are drawn by chance,
 * which costs what others cost.
 */
export async function run([
  folder,
  passages = '30000',
  dimensions = '1536',
]: readonly string[]): Promise<void> {
  if (!folder) throw new Error('Name a folder with corpus.jsonl, queries.jsonl and qrels.tsv.');
  const size = Number(dimensions);
  const random = seededRandom(20_261_127);
  const documents = growCorpus(readRetrievalSet(folder).documents, Number(passages), random);
  const draw = () => Float32Array.from({ length: size }, () => random() - 0.5);
  let stored = 0;
  let vectors = 0;
  const blocks = documents.map((document) => {
    const article = carryOver(document, null);
    for (const ordinal of missingOf(article)) fill(article, ordinal, draw());
    vectors += article.vectors.length;
    const bytes = toBlock(article, size);
    stored += bytes.byteLength;
    return [article.articleId, bytes] as const;
  });
  console.error(
    `${documents.length} articles, ${vectors} vectors of ${size} numbers, ${questions} questions`,
  );
  const index = indexOf(documents);
  const opened = timed(
    () => new Map<string, VectorBlock>(blocks.map(([id, bytes]) => [id, openBlock(bytes)!])),
  );
  const paired = timed(() => pairVectors(index, opened.value));
  const scans = Array.from({ length: questions }, () => {
    const question = draw();
    return timed(() => nearestArticles(index, paired.value, question, index.live, found)).ms;
  }).sort((a, b) => a - b);
  const at = (share: number) => Number(scans[Math.floor(share * (scans.length - 1))]!.toFixed(1));
  console.log(
    JSON.stringify({
      vectors,
      dimensions: size,
      storedBytes: stored,
      openMs: Math.round(opened.ms),
      pairMs: Math.round(paired.ms),
      scanMs: { p50: at(0.5), p95: at(0.95) },
    }),
  );
}

function timed<T>(work: () => T): { value: T; ms: number } {
  const began = performance.now();
  const value = work();
  return { value, ms: performance.now() - began };
}
