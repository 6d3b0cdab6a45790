import { embedWithEndpoint } from '@/lib/model/openai/embed';
import { cleanTicket } from '@/lib/search/clean/clean-ticket';
import type { SearchDocument } from '@/lib/search/contract';
import { indexOf } from '@/lib/search/document-fixture';
import { carryOver, fill, missingOf, toBlock } from '@/lib/search/meaning/article-vectors';
import { openBlock, type VectorBlock } from '@/lib/search/meaning/block';
import { pairVectors } from '@/lib/search/meaning/nearest';
import { search } from '@/lib/search/search';
import { endpointConfig } from '../support/endpoint-config';
import { scoresOf, setFolders } from './retrieval';
import { readRetrievalSet } from './retrieval-set';

type Embed = (texts: readonly string[]) => Promise<readonly Float32Array<ArrayBuffer>[]>;

const textsARequest = 32;

/**
 * What the vectors of an endpoint add to the words, with the engine that ships: two lines a set, found by words and by
 * both. Arguments: base address of the endpoint, its embedding model, set folders. A key comes in `EMBEDDING_KEY`.
 */
export async function run([address, model, ...folders]: readonly string[]): Promise<void> {
  if (!address || !URL.canParse(address) || !model)
    throw new Error(
      'Name the address of an endpoint, such as http://localhost:11434/v1, and its embedding model.',
    );
  const embed = embedderOf(address, model);
  for (const folder of setFolders(folders)) {
    const { documents, ...set } = readRetrievalSet(folder);
    const index = indexOf(documents);
    const vectors = pairVectors(index, await blocksOf(documents, embed));
    const texts = set.queries.map(({ text }) => cleanTicket(text));
    const asked = new Map((await embed(texts)).map((vector, i) => [set.queries[i]!.text, vector]));
    const byWords = scoresOf(folder, set, (text) => search(index, { text, limit: 20 }));
    const byBoth = scoresOf(folder, set, (text) => {
      const meaning = { space: model, whole: asked.get(text)!, questions: [] };
      return search(index, { text, meaning, limit: 20 }, { vectors });
    });
    console.log(JSON.stringify({ ...byWords, found: 'by words' }));
    console.log(JSON.stringify({ ...byBoth, found: 'by words and meaning' }));
  }
}

function embedderOf(address: string, model: string): Embed {
  const config = {
    ...endpointConfig(address, { stallSeconds: 120 }),
    apiKey: process.env.EMBEDDING_KEY ?? null,
  };
  return async (texts) => {
    const vectors: Float32Array<ArrayBuffer>[] = [];
    for (let at = 0; at < texts.length; at += textsARequest) {
      const request = { model, dimensions: null, texts: texts.slice(at, at + textsARequest) };
      const made = await embedWithEndpoint(config, request, new AbortController().signal);
      if (!made.ok) throw new Error(`${address} made no vectors: ${JSON.stringify(made.error)}`);
      vectors.push(...made.value.vectors);
      process.stderr.write(`\r${vectors.length} of ${texts.length} texts `);
    }
    process.stderr.write('\n');
    return vectors;
  };
}

async function blocksOf(
  documents: readonly SearchDocument[],
  embed: Embed,
): Promise<ReadonlyMap<string, VectorBlock>> {
  const articles = documents.map((document) => carryOver(document, null));
  const places = articles.flatMap((article) => missingOf(article).map((ordinal) => ({ article, ordinal })));
  const vectors = await embed(places.map(({ article, ordinal }) => article.passages[ordinal]!.text));
  places.forEach(({ article, ordinal }, i) => {
    fill(article, ordinal, vectors[i]!);
  });
  const dimensions = vectors[0]?.length ?? 0;
  return new Map(articles.map((article) => [article.articleId, openBlock(toBlock(article, dimensions))!]));
}
