/** Puts a shown popover beside its anchor, inside the window: below where it fits, else above. */
export function placeBeside(
  popover: HTMLElement,
  anchor: Element,
  options: { align: 'start' | 'end' | 'middle'; gap: number },
): void {
  const edge = 8;
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const left = { start: box.left, end: box.right - width, middle: box.left + (box.width - width) / 2 }[
    options.align
  ];
  const below = box.bottom + options.gap;
  const fitsBelow = below + height <= innerHeight - edge;
  const top = fitsBelow ? below : Math.max(edge, box.top - options.gap - height);
  popover.style.left = `${Math.max(edge, Math.min(left, innerWidth - width - edge))}px`;
  popover.style.top = `${top}px`;
}
