/** Selectors for one thing on the page, the most trusted first. A later one that matches tells that the page changed. */
export type Alternatives = readonly string[];

/** Elements of the first alternative that gives any, with its place in the list (0 = most trusted). */
export interface Matches {
  elements: HTMLElement[];
  rank: number;
}

export function allMatches(
  root: ParentNode,
  alternatives: Alternatives,
  accept: (element: HTMLElement) => boolean = () => true,
): Matches | null {
  for (const [rank, selector] of alternatives.entries()) {
    const elements = [...root.querySelectorAll<HTMLElement>(selector)].filter(accept);
    if (elements.length > 0) return { elements, rank };
  }
  return null;
}

export function firstMatch(
  root: ParentNode,
  alternatives: Alternatives,
  accept?: (element: HTMLElement) => boolean,
): HTMLElement | null {
  return allMatches(root, alternatives, accept)?.elements[0] ?? null;
}

/** Text of the first match that has any, with white space made even. */
export function firstText(root: ParentNode, alternatives: Alternatives): string | null {
  const match = firstMatch(root, alternatives);
  if (!match) return null;
  const text = 'value' in match && typeof match.value === 'string' ? match.value : match.textContent;
  return text.replace(/\s+/g, ' ').trim() || null;
}

/**
 * Would the agent see it? Without the options `visibility: hidden` and `opacity: 0` count as visible, and helpdesks
 * hide the panes of other tickets by each of them.
 */
export function isVisible(element: Element): boolean {
  return element.isConnected && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}
