import { openBlock, type VectorBlock } from '../meaning/block';
import { type PairedVectors, pairVectors } from '../meaning/nearest';
import type { SearchIndex } from '../search-index';
import type { IndexStorage } from './storage';

/** The stored vectors as one engine holds them: read with the first question that brings one, then only what changed. */
export class StoredVectors {
  private readonly blocks = new Map<string, VectorBlock>();
  private space: string | null = null;
  private seq = 0;
  private paired: { readonly index: SearchIndex; readonly vectors: PairedVectors } | null = null;
  private reading: Promise<void> = Promise.resolve();

  constructor(private readonly storage: Pick<IndexStorage, 'loadVectors'>) {}

  /** Held against this index; `null`: there are none of that space. */
  async of(space: string, index: SearchIndex): Promise<PairedVectors | null> {
    // One after the other: two that read at once would each miss what the other took up.
    this.reading = this.reading.then(() => this.catchUp());
    const read = this.reading;
    // A failed read is this question's to tell; the next one tries again.
    this.reading = read.catch(() => undefined);
    await read;
    if (this.space !== space || this.blocks.size === 0) return null;
    if (this.paired?.index !== index) this.paired = { index, vectors: pairVectors(index, this.blocks) };
    return this.paired.vectors;
  }

  private async catchUp(): Promise<void> {
    let found = await this.storage.loadVectors(this.seq);
    if (found.seq === this.seq && found.space === this.space) return;
    if (found.space !== this.space) {
      this.blocks.clear();
      // What was skipped as known belonged to another space.
      if (this.seq > 0) found = await this.storage.loadVectors(0);
    }
    for (const { articleId, bytes } of found.blocks) {
      const block = openBlock(bytes);
      if (block) this.blocks.set(articleId, block);
      else this.blocks.delete(articleId);
    }
    this.space = found.space;
    this.seq = found.seq;
    this.paired = null;
  }
}
