import { err, ok, type Result } from '@/lib/result';
import type { Inserted, InsertFailure, InsertRequest } from '../contract';
import type { ComposerElement, HelpdeskPage } from '../page-contract';
import { type Block, blocksToText, readBlocks, readText, textBlocks } from './blocks';
import { type PlaceRequest, placedEvent, placeEvent } from './bridge';
import { compareStructure, compareWords, type Expectation } from './compare';
import { parseHtml } from './html';
import { hasFormatting, writeFor } from './write-for';

/** Longest wait for the page's world to answer; the paste recipe alone takes 180 ms, a slow page more. */
const answerTimeoutMs = 1_500;
/** Longest wait for the text to show after the answer, looking every `lookMs`. */
const settleTimeoutMs = 600;
const lookMs = 60;
/** A text that is reverted goes within a frame or two; it must stand in two looks. */
const steadyLooks = 2;

export type Insert = (request: InsertRequest) => Promise<Result<Inserted, InsertFailure>>;

/**
 * The one way by which text gets into a reply box. Refuses before anything is touched; says that it worked only after
 * reading the box back. One at a time; a repeated `requestId` gets the first answer and inserts nothing.
 */
export function createInsert(page: Document, helpdesk: HelpdeskPage, signal: AbortSignal): Insert {
  const answers = new Map<string, Promise<Result<Inserted, InsertFailure>>>();
  const composing = watchComposing(page, signal);
  let focusWatch = new AbortController();
  let isBusy = false;

  const run = async (request: InsertRequest): Promise<Result<Inserted, InsertFailure>> => {
    const found = check(page, helpdesk, request, composing.isComposing());
    if (!found.ok) return found;
    const composer = found.value;
    const { element } = composer;
    const before = readBlocks(element);
    const payload = composer.format === 'plain' ? textBlocks(request.text) : parseHtml(request.html);
    // In an empty box every placement means the same, and only replacing leaves no empty line above.
    const placement = before.length === 0 ? 'replace' : request.placement;
    const expectation: Expectation = { before, payload, placement };
    // No await between the checks and this: nothing can change in between.
    await askPage(element, writeFor(element, composer.format, expectation, request.text));
    const result = await readBack(element, composer, request, expectation);
    if (result.ok) {
      focusWatch.abort();
      focusWatch = new AbortController();
      focusOnReturn(element, AbortSignal.any([signal, focusWatch.signal]));
    }
    return result;
  };

  return (request) => {
    const known = answers.get(request.requestId);
    if (known) return known;
    if (isBusy) return Promise.resolve(err({ code: 'busy' }));
    isBusy = true;
    const answer = run(request).finally(() => {
      isBusy = false;
    });
    answers.set(request.requestId, answer);
    return answer;
  };
}

type FoundComposer = ComposerElement & { found: true };

function check(
  page: Document,
  helpdesk: HelpdeskPage,
  request: InsertRequest,
  isComposing: boolean,
): Result<FoundComposer, InsertFailure> {
  const open = helpdesk.findOpenTicket(page, new URL(page.location.href));
  const openTicketId = open.kind === 'ticket' ? open.ticketId : null;
  if (openTicketId !== request.ticketId) return err({ code: 'ticket-changed', openTicketId });
  const composer = helpdesk.findComposer(page, request.ticketId);
  if (!composer.found)
    return err({ code: composer.reason === 'several' ? 'composer-several' : 'composer-missing' });
  const { element, mode, modeLabel } = composer;
  if (mode !== request.expectedMode) return err({ code: 'mode-mismatch', mode, modeLabel });
  if (isReadOnly(element)) return err({ code: 'composer-read-only' });
  if (isComposing) return err({ code: 'composing' });
  const text = readText(element);
  return text === request.expectedText ? ok(composer) : err({ code: 'composer-changed', text });
}

export function isReadOnly(element: HTMLElement): boolean {
  if (element instanceof HTMLTextAreaElement) return element.readOnly || element.disabled;
  return (
    element.getAttribute('contenteditable') === 'false' || element.getAttribute('aria-readonly') === 'true'
  );
}

/** An input method holds half a word in the page; inserting now would tear it. */
function watchComposing(page: Document, signal: AbortSignal): { isComposing(): boolean } {
  let isComposing = false;
  page.addEventListener('compositionstart', () => (isComposing = true), { capture: true, signal });
  page.addEventListener('compositionend', () => (isComposing = false), { capture: true, signal });
  return { isComposing: () => isComposing };
}

function askPage(element: HTMLElement, wanted: Omit<PlaceRequest, 'nonce'>): Promise<void> {
  const request: PlaceRequest = { nonce: crypto.randomUUID(), ...wanted };
  return new Promise((resolve) => {
    const answered = new AbortController();
    const finish = (): void => {
      answered.abort();
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(finish, answerTimeoutMs);
    const onAnswer = (event: Event): void => {
      if ((event as CustomEvent<unknown>).detail === request.nonce) finish();
    };
    element.addEventListener(placedEvent, onAnswer, { signal: answered.signal });
    element.dispatchEvent(new CustomEvent(placeEvent, { detail: JSON.stringify(request) }));
  });
}

async function readBack(
  element: HTMLElement,
  composer: FoundComposer,
  request: InsertRequest,
  expectation: Expectation,
): Promise<Result<Inserted, InsertFailure>> {
  const isPlain = composer.format === 'plain';
  const mayLose = !isPlain && expectation.payload.some(hasFormatting);
  let steady = 0;
  let formatting: Inserted['formatting'] = 'kept';
  for (let waitedMs = 0; waitedMs <= settleTimeoutMs && steady < steadyLooks; waitedMs += lookMs) {
    await new Promise((resolve) => setTimeout(resolve, lookMs));
    // A box that was mounted anew holds nothing of ours, whatever its old nodes say.
    const found = element.isConnected ? readBlocks(element) : [];
    const isSame = !isPlain && compareStructure(found, expectation).isSame;
    const isThere = isSame || areWordsThere(found, expectation, request.text);
    // Formatting that is still to be drawn gets the whole time before it is called lost.
    const isEarly = !isSame && mayLose && waitedMs < settleTimeoutMs / 2;
    steady = isThere && !isEarly ? steady + 1 : 0;
    formatting = isPlain ? 'plain' : isSame || !mayLose ? 'kept' : 'lost';
  }
  const found = element.isConnected ? readBlocks(element) : [];
  const text = element.isConnected ? readText(element) : '';
  if (steady < steadyLooks) {
    const { arrived, expected } = compareWords(found, expectation);
    return err({ code: 'not-verified', found: text, arrived, expected });
  }
  return ok({
    ticketId: request.ticketId,
    mode: composer.mode,
    paragraphs: expectation.payload.length,
    text,
    before: blocksToText(expectation.before),
    formatting,
  });
}

/** Either the words of the rich form, or those of the plain form, which may write out links. */
function areWordsThere(found: readonly Block[], expectation: Expectation, text: string): boolean {
  return [expectation, { ...expectation, payload: textBlocks(text) }].some(
    (each) => compareWords(found, each).isSame,
  );
}

/**
 * No call moves the focus from the panel to the page; F6 does, but in Firefox the keys then reach the page and not the
 * reply box. So the box is focused once, when the page next gets the focus.
 */
function focusOnReturn(element: HTMLElement, signal: AbortSignal): void {
  const focus = (): void => {
    if (!element.isConnected) return;
    const selection = getSelection();
    const hadCaret = element.contains(selection?.anchorNode ?? null);
    element.focus({ preventScroll: true });
    if (hadCaret || element instanceof HTMLTextAreaElement) return;
    // A box that the agent never was in gets its first caret from the browser, and that is before the text.
    selection?.selectAllChildren(element);
    selection?.collapseToEnd();
  };
  if (element.ownerDocument.hasFocus()) focus();
  else window.addEventListener('focus', focus, { once: true, signal });
}
