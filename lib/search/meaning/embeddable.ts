import type { SearchDocument } from '../contract';
import { splitPassages } from '../passages';
import { checksum } from '../segment/bytes';
import { hashBytes } from '../segment/layout';
import type { TextHash } from './block';

/** What is sent of one passage. Its ordinal is its place in the list. */
export interface PassageText {
  readonly text: string;
  readonly hash: TextHash;
}

/**
 * Whether an article's passages may be sent to be embedded: what a draft for a customer may show a model too. Internal
 * and restricted articles stay here and are found by their words; so are examples, which may hold a customer's words.
 */
export function isEmbeddable(article: Pick<SearchDocument, 'status' | 'audience' | 'kind'>): boolean {
  return article.status === 'published' && article.audience === 'public' && article.kind !== 'example';
}

/** An article's passages as they are sent: under its title and headings, which tell what they are about. */
export function passagesToEmbed({ title, body }: Pick<SearchDocument, 'title' | 'body'>): PassageText[] {
  return splitPassages(body).map(({ start, end, headingPath }) => {
    const text = [title, ...headingPath, body.slice(start, end)]
      .filter((part) => part.trim() !== '')
      .join('\n')
      .toWellFormed();
    return { text, hash: hashText(text) };
  });
}

const encoder = new TextEncoder();

/** Two hashes of different make beside each other; never 0, 0, which means that there is none. */
function hashText(text: string): TextHash {
  const bytes = encoder.encode(text);
  const padded = new Uint8Array((bytes.length + 3) & ~3);
  padded.set(bytes);
  return { high: hashBytes(bytes), low: checksum(new Uint32Array(padded.buffer)) || 1 };
}
