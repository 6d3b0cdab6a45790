import { basename } from 'node:path';
import { learnQuestion } from '@/lib/search/feedback';
import { search } from '@/lib/search/search';
import { indexOf, ndcg } from './retrieval';
import { readRetrievalSet } from './retrieval-set';

/** What an article learns from: so many questions that it answered. */
const learnedAnArticle = 2;

/**
 * What accepted answers teach: for each article, up to two judged queries are put into its "asked as" field; the
 * queries that taught nothing are asked before and after. Arguments: set folders.
 */
export async function run(folders: readonly string[]): Promise<void> {
  if (folders.length === 0)
    throw new Error('Name at least one folder with corpus.jsonl, queries.jsonl and qrels.tsv.');
  for (const folder of folders.filter((each) => !each.endsWith('.md'))) {
    const { documents, queries, judgements } = readRetrievalSet(folder);
    const askedAs = new Map<string, readonly string[]>();
    const held: (typeof queries)[number][] = [];
    queries.forEach((query, i) => {
      const gains = judgements.get(query.id);
      if (!gains || query.outOfScope) return;
      if (i % 2 === 1) {
        held.push(query);
        return;
      }
      for (const id of gains.keys()) {
        const known = askedAs.get(id) ?? [];
        if (known.length < learnedAnArticle) askedAs.set(id, learnQuestion(known, query.text));
      }
    });
    if (held.length === 0) throw new Error(`${folder}: no query is left to ask.`);
    const score = (learned: boolean) => {
      const index = indexOf(
        documents.map((document) => ({
          ...document,
          askedAs: learned ? (askedAs.get(document.articleId) ?? []) : [],
        })),
      );
      const sum = held.reduce((total, { id, text }) => {
        const gains = judgements.get(id)!;
        const { hits } = search(index, { text, limit: 10 });
        return (
          total +
          ndcg(
            hits.map((hit) => gains.get(hit.articleId) ?? 0),
            [...gains.values()],
          )
        );
      }, 0);
      return Number((sum / held.length).toFixed(4));
    };
    console.log(
      JSON.stringify({
        set: basename(folder),
        queries: held.length,
        taught: askedAs.size,
        before: score(false),
        after: score(true),
      }),
    );
  }
}
