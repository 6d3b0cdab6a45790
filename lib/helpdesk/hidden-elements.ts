import { hidesText, isSameColour, readColour, readDeclarations } from '@/lib/ticket/hidden-style';

/**
 * Removes from parsed HTML what its own styles hide: by display, visibility, size, colour, place or clipping, in
 * attributes, old presentational attributes and rules of its `<style>` elements. Answers how many characters went.
 * Nothing is drawn for it: a message must be read the same in a page that never shows it.
 */
export function removeHiddenElements(body: HTMLElement): number {
  let hidden = 0;
  const remove = (element: Element) => {
    hidden += element.textContent.replace(/\s+/g, ' ').trim().length;
    element.remove();
  };
  for (const selector of hidingSelectors(body.ownerDocument)) {
    for (const element of body.querySelectorAll(selector)) remove(element);
  }
  const white = [255, 255, 255] as const;
  const visit = (element: Element, behind: readonly number[]) => {
    const declared = readDeclarations(element.getAttribute('style') ?? '');
    if (element.hasAttribute('hidden') || hidesText(declared)) return remove(element);
    const back =
      readColour(/#[0-9a-f]{3,6}|rgba?\([^)]*\)|[a-z]+/.exec(declared.get('background') ?? '')?.[0]) ??
      readColour(declared.get('background-color')) ??
      readColour(element.getAttribute('bgcolor') ?? undefined) ??
      behind;
    const ink = readColour(declared.get('color') ?? element.getAttribute('color') ?? undefined);
    if (ink && isSameColour(ink, back)) return remove(element);
    for (const child of [...element.children]) visit(child, back);
  };
  for (const child of [...body.children]) visit(child, white);
  return hidden;
}

/** Selectors of the document's own rules that hide. What this browser cannot select, it would not hide either. */
function hidingSelectors(page: Document): string[] {
  const found: string[] = [];
  for (const style of page.querySelectorAll('style')) {
    const rules = style.textContent
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/@media[^{]*print[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gi, '');
    for (const [, selector, declarations] of rules.matchAll(/([^{}@]+)\{([^{}]*)\}/g)) {
      if (!hidesText(readDeclarations(declarations!))) continue;
      const name = selector!.trim();
      // Pseudo-elements hold no text of the message; `*` and `body` in a stray rule must not empty it.
      if (/^(?:\*|html|body)$|::|:(?:before|after|hover)/i.test(name) || !isSelector(page, name)) continue;
      found.push(name);
    }
  }
  return found;
}

function isSelector(page: Document, selector: string): boolean {
  try {
    page.querySelector(selector);
    return true;
  } catch {
    // Not a selector of this browser: the rule hides nothing here.
    return false;
  }
}
