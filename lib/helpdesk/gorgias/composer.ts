import type { ComposerMode } from '../contract';
import { modeOfLabel } from '../note-words';
import type { ComposerElement } from '../page-contract';
import { firstMatch, isVisible } from '../select';
import { gorgiasSelectors, replyWords } from './selectors';

/**
 * The reply box. The page tells little about it, so candidates are narrowed: the one the agent is in, else the only
 * one, else the only one below the thread. If several are left, nobody guesses.
 */
export function findComposer(page: Document, _ticketId: string): ComposerElement {
  const candidates = findCandidates(page);
  const focused = candidates.find((each) => each === page.activeElement || each.contains(page.activeElement));
  const element = focused ?? onlyOne(candidates) ?? onlyOne(belowThread(page, candidates));
  if (!element) return { found: false, reason: candidates.length > 1 ? 'several' : 'missing' };
  return {
    found: true,
    element,
    ...readMode(element, candidates),
    format: element.tagName === 'TEXTAREA' ? 'plain' : 'rich',
  };
}

function findCandidates(page: Document): HTMLElement[] {
  const found = [...gorgiasSelectors.editors, ...gorgiasSelectors.lockedEditors].flatMap((selector) =>
    [...page.querySelectorAll<HTMLElement>(selector)].filter(isCandidate),
  );
  // One editor may match several selectors; boxes inside another candidate are parts of it.
  const unique = [...new Set(found)];
  return unique.filter((each) => !unique.some((other) => other !== each && other.contains(each)));
}

function isCandidate(element: HTMLElement): boolean {
  if (element.matches(gorgiasSelectors.notComposer) || !isVisible(element)) return false;
  return element.tagName !== 'TEXTAREA' || replyWords.test(nameOf(element));
}

function nameOf(element: HTMLElement): string {
  const labels =
    element instanceof HTMLTextAreaElement
      ? [...(element.labels ?? [])].map((label) => label.textContent)
      : [];
  return [element.getAttribute('aria-label'), element.getAttribute('placeholder'), ...labels]
    .filter(Boolean)
    .join(' ');
}

function belowThread(page: Document, candidates: HTMLElement[]): HTMLElement[] {
  const thread = firstMatch(page, gorgiasSelectors.thread);
  if (!thread) return [];
  return candidates.filter((each) => thread.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING);
}

function onlyOne(elements: HTMLElement[]): HTMLElement | undefined {
  return elements.length === 1 ? elements[0] : undefined;
}

/**
 * No selector is known for the channel menu, so the nearest box around the editor that holds a chosen control whose
 * name speaks of a note or a reply decides; a box that also holds another editor is too wide to tell.
 */
function readMode(
  element: HTMLElement,
  candidates: HTMLElement[],
): { mode: ComposerMode; modeLabel: string | null } {
  const ownName = nameOf(element);
  const own = modeOfLabel(ownName);
  const told = readChosenControl(element, candidates);
  if (!told) return own === null ? { mode: 'unknown', modeLabel: null } : { mode: own, modeLabel: ownName };
  // Signs that contradict each other tell nothing.
  return own !== null && own !== told.mode ? { mode: 'unknown', modeLabel: told.modeLabel } : told;
}

function readChosenControl(
  element: HTMLElement,
  candidates: HTMLElement[],
): { mode: ComposerMode; modeLabel: string | null } | null {
  for (let box = element.parentElement; box && box !== element.ownerDocument.body; box = box.parentElement) {
    if (candidates.some((other) => other !== element && box?.contains(other))) break;
    const controlsOf = (selector: string) =>
      [...box!.querySelectorAll<HTMLElement>(selector)].filter(
        (control) => !element.contains(control) && isVisible(control),
      );
    const labels = controlsOf(gorgiasSelectors.chosenControls).map(labelOf);
    const told = labels.flatMap((label) => {
      const mode = modeOfLabel(label);
      return mode === null ? [] : [{ mode, modeLabel: label }];
    });
    // A chosen note beside a chosen reply contradict each other: then nothing is known.
    const [first] = told;
    if (first)
      return told.every(({ mode }) => mode === first.mode) ? first : { mode: 'unknown', modeLabel: null };
    const beside = controlsOf(gorgiasSelectors.unchosenControls)
      .filter((control) => modeOfLabel(labelOf(control)) === 'internal')
      .map(chosenBeside)
      .find((label) => label !== null);
    if (beside) return { mode: 'public', modeLabel: beside };
  }
  return null;
}

/** A switch that offers a note and has something else chosen: the name of what is chosen, in a language we lack. */
function chosenBeside(control: HTMLElement): string | null {
  const chosen = control.parentElement?.querySelector<HTMLElement>(gorgiasSelectors.chosenControls);
  return (chosen && labelOf(chosen)) || null;
}

function labelOf(control: HTMLElement): string {
  return (control.getAttribute('aria-label') ?? control.textContent).trim();
}
