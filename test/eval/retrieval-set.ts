import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { SearchDocument } from '@/lib/search/contract';
import { testDocument } from '@/lib/search/document-fixture';

const corpusRow = z.object({ id: z.string(), title: z.string(), text: z.string() });
const queryRow = z.object({ id: z.string(), text: z.string(), outOfScope: z.optional(z.boolean()) });

export interface RetrievalSet {
  readonly documents: readonly SearchDocument[];
  readonly queries: readonly z.infer<typeof queryRow>[];
  /** Query id to document id to gain. */
  readonly judgements: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Reads `corpus.jsonl`, `queries.jsonl`, `qrels.tsv`; throws a sentence that names file, line and what is wrong. */
export function readRetrievalSet(folder: string): RetrievalSet {
  const documents = readRows(join(folder, 'corpus.jsonl'), corpusRow).map(toDocument);
  const queries = readRows(join(folder, 'queries.jsonl'), queryRow);
  return { documents, queries, judgements: readJudgements(join(folder, 'qrels.tsv')) };
}

export function readRows<T>(file: string, schema: z.ZodMiniType<T>): T[] {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      try {
        return [z.parse(schema, JSON.parse(line))];
      } catch (error) {
        throw new Error(`${file}, line ${i + 1}: ${error instanceof Error ? error.message : String(error)}`);
      }
    });
  if (rows.length === 0) throw new Error(`${file} has no rows.`);
  return rows;
}

function readJudgements(file: string): Map<string, Map<string, number>> {
  const judgements = new Map<string, Map<string, number>>();
  const lines = readFileSync(file, 'utf8').split('\n');
  lines.slice(1).forEach((line, i) => {
    if (line.trim() === '') return;
    const [query, document, score] = line.split('\t');
    if (!query || !document || !Number.isFinite(Number(score))) {
      throw new Error(`${file}, line ${i + 2}: expected query-id, corpus-id and score, separated by tabs.`);
    }
    const row = judgements.get(query) ?? new Map<string, number>();
    row.set(document, Number(score));
    judgements.set(query, row);
  });
  if (judgements.size === 0) throw new Error(`${file} has no judgements.`);
  return judgements;
}

function toDocument({ id, title, text }: z.infer<typeof corpusRow>): SearchDocument {
  return testDocument({ articleId: id, locale: '', title, body: text });
}
