import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Gives the row under the cursor the focus when a key asked for it, as soon as that row is drawn, and again when the
 * list is drawn anew and takes the focused row away. A list that merely changes never takes the focus.
 *
 * @param followed Rises each time that a key asks.
 * @param at Place of the cursor in the list, -1 without one.
 */
export function useFollowedFocus(
  scroller: RefObject<HTMLElement | null>,
  followed: number,
  at: number,
  reveal: (index: number) => void,
): void {
  // A table that comes back after an empty list must not take the focus from the search field.
  const handled = useRef(followed);
  const isWanted = useRef(false);
  const held = useRef<HTMLElement | null>(null);

  useLayoutEffect(() => {
    if (followed !== handled.current && at >= 0) {
      handled.current = followed;
      isWanted.current = true;
      reveal(at);
    }
    const active = document.activeElement;
    const isLost = held.current !== null && !held.current.isConnected && active === document.body;
    const title = scroller.current?.querySelector<HTMLElement>(`[data-index="${at}"] button`) ?? null;
    if (isWanted.current || isLost) title?.focus();
    const hasFocus = title !== null && document.activeElement === title;
    if (hasFocus) isWanted.current = false;
    if (hasFocus || !isLost) held.current = hasFocus ? title : null;
  });
}
