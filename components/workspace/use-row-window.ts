import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

/** From this many rows on, only those near the screen are drawn. */
const virtualFrom = 200;

export interface RowWindow {
  /** Rows to draw, `end` exclusive. */
  start: number;
  end: number;
  /** Pixels that stand for the rows above and below. */
  above: number;
  below: number;
  reveal(index: number): void;
}

export function useRowWindow(
  count: number,
  rowHeight: number,
  scroller: RefObject<HTMLElement | null>,
): RowWindow {
  const isVirtual = count >= virtualFrom;
  const virtualizer = useVirtualizer({
    // Also while all rows are drawn: a list that grows must know its window at once, or the row with the focus would be
    // taken away for one frame, and the focus with it.
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The table's head is sticky and covers one row.
    scrollPaddingStart: 36,
    initialRect: { width: 0, height: 720 },
  });
  if (!isVirtual) {
    return {
      start: 0,
      end: count,
      above: 0,
      below: 0,
      reveal: (index) =>
        scroller.current?.querySelector(`[data-index="${index}"]`)?.scrollIntoView({ block: 'nearest' }),
    };
  }
  const items = virtualizer.getVirtualItems();
  const start = items[0]?.index ?? 0;
  const end = (items.at(-1)?.index ?? -1) + 1;
  return {
    start,
    end,
    above: items[0]?.start ?? 0,
    below: virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0),
    reveal: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}
