import type { SearchDocument } from '../contract';
import { type PassageVector, type TextHash, type VectorBlock, vectorAt, writeBlock } from './block';
import { type PassageText, passagesToEmbed } from './embeddable';
import { quantise } from './quantise';

/** An article's vectors on the way to a new version of it: what is known is kept, what is missing is named. */
export interface ArticleVectors {
  readonly articleId: string;
  readonly articleVersion: number;
  readonly passages: readonly PassageText[];
  /** By ordinal. Filled as answers come. */
  readonly vectors: (PassageVector | null)[];
  /** Whether what is stored differs from this: another version, another order, passages gone. */
  readonly isChanged: boolean;
}

/** Vectors follow their text: moving a passage, or editing another one, embeds nothing anew. */
export function carryOver(
  document: Pick<SearchDocument, 'articleId' | 'articleVersion' | 'title' | 'body'>,
  stored: VectorBlock | null,
): ArticleVectors {
  const passages = passagesToEmbed(document);
  const known = new Map<string, PassageVector>();
  for (let ordinal = 0; ordinal < (stored?.passages ?? 0); ordinal++) {
    const vector = vectorAt(stored!, ordinal);
    if (vector) known.set(keyOf(vector.hash), vector);
  }
  const vectors = passages.map(({ hash }) => known.get(keyOf(hash)) ?? null);
  const isSame =
    stored?.articleVersion === document.articleVersion &&
    stored.passages === passages.length &&
    vectors.every((vector, ordinal) => {
      const before = vectorAt(stored, ordinal);
      return vector === null ? before === null : before !== null && keyOf(before.hash) === keyOf(vector.hash);
    });
  return {
    articleId: document.articleId,
    articleVersion: document.articleVersion,
    passages,
    vectors,
    isChanged: !isSame,
  };
}

/** Ordinals of the passages that have no vector. */
export function missingOf({ vectors }: ArticleVectors): number[] {
  return vectors.flatMap((vector, ordinal) => (vector === null ? [ordinal] : []));
}

/** Takes an answer; `null`: the endpoint takes no such text. */
export function fill(article: ArticleVectors, ordinal: number, vector: ArrayLike<number> | null): void {
  const { scale, codes } = vector === null ? { scale: 0, codes: new Int8Array(0) } : quantise(vector);
  article.vectors[ordinal] = { hash: article.passages[ordinal]!.hash, scale, codes };
}

export function toBlock({ articleVersion, vectors }: ArticleVectors, dimensions: number): ArrayBuffer {
  return writeBlock(articleVersion, dimensions, vectors);
}

function keyOf({ high, low }: TextHash): string {
  return `${high} ${low}`;
}
