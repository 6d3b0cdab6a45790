import { type Block, readBlocks } from './blocks';

/** Reads HTML that came from outside; only what `Block` can say survives, scripts never run. */
export function parseHtml(html: string): Block[] {
  return readBlocks(new DOMParser().parseFromString(html, 'text/html').body);
}

/**
 * Clean HTML of the blocks. `between` stands between two paragraphs, and at the ends of lists: both helpdesks' editors
 * draw paragraphs without a gap, and agents press Enter twice.
 */
export function blocksToHtml(blocks: readonly Block[], { between }: { between: string }): string {
  let html = '';
  const open: string[] = [];
  const closeTo = (depth: number): void => {
    while (open.length > depth) html += `</li></${open.pop()}>`;
  };
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    const wanted = block.list === null ? 0 : Math.min(block.depth, open.length) + 1;
    const tag = block.list === 'number' ? 'ol' : 'ul';
    if (block.list === null || open[wanted - 1] !== tag) closeTo(Math.max(0, wanted - 1));
    closeTo(wanted);
    if (before && open.length === 0) html += between;
    if (block.list === null) {
      html += `<p>${runsToHtml(block)}</p>`;
    } else {
      if (open.length === wanted) html += '</li>';
      else html += `<${open[open.push(tag) - 1]}>`;
      html += `<li>${runsToHtml(block)}`;
    }
  }
  closeTo(0);
  return html;
}

/** The same with the paragraphs between two lists as one, parted by empty lines. */
export function blocksToJoinedHtml(blocks: readonly Block[]): string {
  return blocksToHtml(blocks, { between: '' }).replaceAll('</p><p>', '<br><br>');
}

function runsToHtml(block: Block): string {
  return block.runs
    .map((run) => {
      let html = escapeHtml(run.text).replaceAll('\n', '<br>');
      if (run.italic) html = `<em>${html}</em>`;
      if (run.bold) html = `<strong>${html}</strong>`;
      return run.href === null ? html : `<a href="${escapeHtml(run.href)}">${html}</a>`;
    })
    .join('');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
