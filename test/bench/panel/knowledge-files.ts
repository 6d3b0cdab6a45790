import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchDocument } from '@/lib/search/contract';
import { growCorpus, seededRandom } from '../search-corpus';

/** The importer takes files of up to 50 MB. */
const fileBytes = 20_000_000;
const leastPassageBytes = 500;
const seed = 20_261_124;

export interface KnowledgeFiles {
  readonly paths: readonly string[];
  readonly articles: number;
  /** Of the bodies, as UTF-8. */
  readonly textBytes: number;
  readonly bodies: readonly string[];
}

/** Articles of four sections from the sentences of the base, the same in every run, as JSON lines of `bytes` in all. */
export function writeKnowledge(
  folder: string,
  base: readonly SearchDocument[],
  bytes: number,
): KnowledgeFiles {
  const articles = growCorpus(base, Math.ceil(bytes / leastPassageBytes), seededRandom(seed));
  const paths: string[] = [];
  const bodies: string[] = [];
  let lines: string[] = [];
  let inFile = 0;
  let written = 0;
  let textBytes = 0;
  const close = () => {
    if (lines.length === 0) return;
    paths.push(join(folder, `articles-${paths.length + 1}.jsonl`));
    writeFileSync(paths.at(-1)!, lines.join('\n'));
    lines = [];
    inFile = 0;
  };
  for (const { articleId, title, body } of articles) {
    if (written >= bytes) break;
    const line = JSON.stringify({ id: articleId, title, body });
    const size = Buffer.byteLength(line) + 1;
    if (inFile + size > fileBytes) close();
    lines.push(line);
    bodies.push(body);
    inFile += size;
    written += size;
    textBytes += Buffer.byteLength(body);
  }
  close();
  return { paths, articles: bodies.length, textBytes, bodies };
}
