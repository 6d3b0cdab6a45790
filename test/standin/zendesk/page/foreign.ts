/** Elements whose children React does not own: editors. */
export const opaque = new WeakSet<Element>();

function reactKey(element: Element, prefix: string): string | undefined {
  return Object.keys(element).find((key) => key.startsWith(prefix));
}

/**
 * Removes what others put into React-owned containers. Real pages lose such nodes at some re-render; here it
 * happens at every one, so that nobody relies on luck.
 */
export function sweepForeign(root: Element): number {
  let removed = 0;
  for (const child of [...root.children]) {
    if (reactKey(child, '__reactFiber$') === undefined) {
      child.remove();
      removed += 1;
      continue;
    }
    const key = reactKey(child, '__reactProps$');
    const props = key ? (child as unknown as Record<string, Record<string, unknown>>)[key] : undefined;
    if (!opaque.has(child) && !props?.dangerouslySetInnerHTML) removed += sweepForeign(child);
  }
  return removed;
}
