import { basename } from 'node:path';
import type { SearchResult } from '@/lib/search/contract';
import { indexOf } from '@/lib/search/document-fixture';
import { search } from '@/lib/search/search';
import type { SearchIndex } from '@/lib/search/search-index';
import { type RetrievalSet, readRetrievalSet } from './retrieval-set';

/** Ranking quality of the engine that ships, one configuration for every set. Arguments: set folders. */
export async function run(folders: readonly string[]): Promise<void> {
  const means: number[] = [];
  for (const folder of setFolders(folders)) {
    const row = evaluate(folder);
    means.push(row.ndcg10);
    console.log(JSON.stringify(row));
  }
  console.error(
    `mean nDCG@10 over ${means.length} sets: ${(means.reduce((a, b) => a + b, 0) / means.length).toFixed(4)}`,
  );
}

/** The folders among the arguments: what a shell's `*` matches holds a readme too. Throws when none is named. */
export function setFolders(args: readonly string[]): string[] {
  const folders = args.filter((each) => !each.endsWith('.md'));
  if (folders.length === 0)
    throw new Error('Name at least one folder with corpus.jsonl, queries.jsonl and qrels.tsv.');
  return folders;
}

/** A set with its documents indexed. */
export function openSet(folder: string) {
  const { documents, queries, judgements } = readRetrievalSet(folder);
  return { index: indexOf(documents), queries, judgements };
}

/** Of the queries in `texts`, by id, each judged; asked in the words given. */
export function meanNdcg10(
  index: SearchIndex,
  texts: ReadonlyMap<string, string>,
  judgements: RetrievalSet['judgements'],
): number {
  let sum = 0;
  for (const [id, text] of texts) {
    const gains = judgements.get(id)!;
    const { hits } = search(index, { text, limit: 10 });
    sum += ndcg(
      hits.map((hit) => gains.get(hit.articleId) ?? 0),
      [...gains.values()],
    );
  }
  return sum / texts.size;
}

function evaluate(folder: string) {
  const { index, ...set } = openSet(folder);
  return scoresOf(folder, set, (text) => search(index, { text, limit: 20 }));
}

/** How well a search ranks what was judged, over the queries of a set. */
export function scoresOf(
  folder: string,
  { queries, judgements }: Pick<RetrievalSet, 'queries' | 'judgements'>,
  ask: (text: string) => SearchResult,
) {
  const sums = { ndcg10: 0, recall5: 0, recall20: 0, mrr: 0, p1: 0 };
  const scope = { judged: 0, inScopeAbstained: 0, outOfScope: 0, abstained: 0 };
  for (const query of queries) {
    const result = ask(query.text);
    const abstains = result.evidence !== 'strong';
    if (query.outOfScope) {
      scope.outOfScope++;
      if (abstains) scope.abstained++;
      continue;
    }
    const gains = judgements.get(query.id);
    if (!gains) continue;
    scope.judged++;
    if (abstains) scope.inScopeAbstained++;
    const ranked = result.hits.map((hit) => gains.get(hit.articleId) ?? 0);
    sums.ndcg10 += ndcg(ranked.slice(0, 10), [...gains.values()]);
    const relevant = [...gains.values()].filter((gain) => gain > 0).length;
    sums.recall5 += ranked.slice(0, 5).filter((gain) => gain > 0).length / relevant;
    sums.recall20 += ranked.filter((gain) => gain > 0).length / relevant;
    const first = ranked.findIndex((gain) => gain > 0);
    sums.mrr += first === -1 ? 0 : 1 / (first + 1);
    sums.p1 += first === 0 ? 1 : 0;
  }
  if (scope.judged === 0) throw new Error(`${folder}: no query has a judgement.`);
  const mean = (sum: number) => Number((sum / scope.judged).toFixed(4));
  return {
    set: basename(folder),
    queries: scope.judged,
    ndcg10: mean(sums.ndcg10),
    recall5: mean(sums.recall5),
    recall20: mean(sums.recall20),
    mrr: mean(sums.mrr),
    p1: mean(sums.p1),
    outOfScope: {
      queries: scope.outOfScope,
      abstained: scope.outOfScope === 0 ? 0 : Number((scope.abstained / scope.outOfScope).toFixed(4)),
      inScopeAbstained: mean(scope.inScopeAbstained),
    },
  };
}

/** Gain = score, log2 discount, ideal from the judgements. */
function ndcg(ranked: readonly number[], gains: readonly number[]): number {
  const discounted = (values: readonly number[]) =>
    values.slice(0, 10).reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
  const ideal = discounted([...gains].sort((a, b) => b - a));
  return ideal === 0 ? 0 : discounted(ranked) / ideal;
}
