import type { SeenPage } from './contract';
import { until } from './display';

export interface Point {
  x: number;
  y: number;
}

/**
 * The middle of the first of those elements that says `words`, in pixels of its page, once it is there, on top and
 * still: what comes in above an element pushes it away.
 */
export async function placeToPress(page: SeenPage, selector: string, words = ''): Promise<Point> {
  let place: Point | null = null;
  await until(async () => {
    const before = place;
    place = await page.evaluate(middleOnTop, selector, words);
    return place !== null && place.x === before?.x && place.y === before.y;
  }, `something to press at ${selector} ${words}`);
  return place!;
}

/** `null`: it is not there, or something lies over it. Runs inside pages, so it stands on its own. */
function middleOnTop(selector: string, words: string): Point | null {
  const element = [...document.querySelectorAll(selector)].find(
    (each) => each.checkVisibility() && each.textContent.includes(words),
  );
  if (!element) return null;
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return element.contains(document.elementFromPoint(place.x, place.y)) ? place : null;
}
