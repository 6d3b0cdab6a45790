import { basename } from 'node:path';
import { indexOf } from '@/lib/search/document-fixture';
import { learnQuestion } from '@/lib/search/feedback';
import { meanNdcg10, setFolders } from './retrieval';
import { readRetrievalSet } from './retrieval-set';

/** What an article learns from: so many questions that it answered. */
const learnedAnArticle = 2;

/**
 * What accepted answers teach: for each article, up to two judged queries are put into its "asked as" field; the
 * queries that taught nothing are asked before and after. Arguments: set folders.
 */
export async function run(folders: readonly string[]): Promise<void> {
  for (const folder of setFolders(folders)) {
    const { documents, queries, judgements } = readRetrievalSet(folder);
    const askedAs = new Map<string, readonly string[]>();
    const held = new Map<string, string>();
    queries.forEach((query, i) => {
      const gains = judgements.get(query.id);
      if (!gains || query.outOfScope) return;
      if (i % 2 === 1) {
        held.set(query.id, query.text);
        return;
      }
      for (const id of gains.keys()) {
        const known = askedAs.get(id) ?? [];
        if (known.length < learnedAnArticle) askedAs.set(id, learnQuestion(known, query.text));
      }
    });
    if (held.size === 0) throw new Error(`${folder}: no query is left to ask.`);
    const score = (taught: ReadonlyMap<string, readonly string[]>) => {
      const index = indexOf(
        documents.map((document) => ({ ...document, askedAs: taught.get(document.articleId) ?? [] })),
      );
      return Number(meanNdcg10(index, held, judgements).toFixed(4));
    };
    console.log(
      JSON.stringify({
        set: basename(folder),
        queries: held.size,
        taught: askedAs.size,
        before: score(new Map()),
        after: score(askedAs),
      }),
    );
  }
}
