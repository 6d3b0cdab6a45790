import { useLayoutEffect, useRef, useState } from 'react';
import type { BubbleView } from './boot';
import { Bubble } from './bubble';
import { boot, cls } from './start-data';

/** Height of a bubble that was not drawn yet. */
const guess = 140;

/** Draws the bubbles that are visible and a few around; the others are not in the page. Keeps to the end at first. */
export function Thread({ bubbles }: { bubbles: BubbleView[] }) {
  const { windowing } = boot.options;
  const scroller = useRef<HTMLDivElement>(null);
  const thread = useRef<HTMLDivElement>(null);
  const heights = useRef(new Map<number, number>());
  const isAtEnd = useRef(true);
  const [view, setView] = useState({ top: 0, height: 0, measured: 0 });

  const total = bubbles.reduce((sum, { id }) => sum + (heights.current.get(id) ?? guess), 0);
  // Before the first measure the window stands at the end.
  const top = view.height === 0 ? total : view.top;
  const [first, last] =
    windowing === false
      ? [0, bubbles.length]
      : visible(bubbles, heights.current, top, view.height, windowing);
  const sumOf = (from: number, to: number) =>
    bubbles.slice(from, to).reduce((sum, { id }) => sum + (heights.current.get(id) ?? guess), 0);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    let changed = 0;
    // The first and the last child only keep the place of what is not drawn.
    const rows = [...(thread.current?.children ?? [])].slice(1, -1);
    for (const [index, element] of rows.entries()) {
      const bubble = bubbles[first + index];
      if (!bubble) continue;
      const height = element.getBoundingClientRect().height;
      if (Math.abs((heights.current.get(bubble.id) ?? 0) - height) < 1) continue;
      heights.current.set(bubble.id, height);
      changed += 1;
    }
    if (isAtEnd.current) box.scrollTop = box.scrollHeight;
    const hasMoved = isAtEnd.current && Math.abs(box.scrollTop - view.top) > 1;
    if (changed > 0 || box.clientHeight !== view.height || hasMoved) {
      setView({ top: box.scrollTop, height: box.clientHeight, measured: view.measured + changed });
    }
  });

  return (
    <div
      ref={scroller}
      className={cls('TicketThread--scroller')}
      onScroll={({ currentTarget: box }) => {
        isAtEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 24;
        setView((last) => ({ ...last, top: box.scrollTop, height: box.clientHeight }));
      }}
    >
      <section ref={thread} aria-label="Ticket thread">
        <div style={{ height: sumOf(0, first) }} />
        {bubbles.slice(first, last).map((bubble) => (
          <div key={bubble.id} className={cls('TicketThread--row')}>
            <Bubble bubble={bubble} />
          </div>
        ))}
        <div style={{ height: sumOf(last, bubbles.length) }} />
      </section>
    </div>
  );
}

function visible(
  bubbles: BubbleView[],
  heights: ReadonlyMap<number, number>,
  top: number,
  height: number,
  overscan: number,
): [first: number, last: number] {
  let at = 0;
  let first = bubbles.length;
  let last = 0;
  for (const [index, { id }] of bubbles.entries()) {
    const end = at + (heights.get(id) ?? guess);
    if (end >= top && at <= top + height) {
      first = Math.min(first, index);
      last = index + 1;
    }
    at = end;
  }
  return [Math.max(0, first - overscan), Math.min(bubbles.length, Math.max(last, first) + overscan)];
}
