import { type PlaceRequest, placedEvent, placeEvent } from './bridge';

/** The part of CKEditor 5 that is used. It hangs on the editable element and can be seen from the page's world only. */
interface CkEditor {
  model: {
    document: { selection: { getLastPosition(): unknown }; getRoot(): unknown };
    change(work: (writer: CkWriter) => void): void;
    insertContent(content: unknown, at: unknown): { end: unknown };
  };
  data: { toModel(view: unknown): unknown; processor: { toView(html: string): unknown } };
}
interface CkWriter {
  createRangeIn(root: unknown): unknown;
  createPositionAt(root: unknown, offset: 'end'): unknown;
  setSelection(position: unknown): void;
}
type Composer = HTMLElement & { ckeditorInstance?: CkEditor };

/** Time an editor needs to take notice of a focus or a selection (measured: 80 ms does, less does not always). */
const noticeMs = 90;
const wait = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, noticeMs));

/**
 * Runs in the page's own world and has one verb: put this text into that editor. It knows nothing, keeps nothing and
 * asks nobody. Whether the text arrived is judged elsewhere, by reading the reply box.
 */
export function listenForPlace(): void {
  document.addEventListener(
    placeEvent,
    (event) => {
      // After an update of the extension two copies may live in one page; only the first may insert.
      event.stopImmediatePropagation();
      const request: PlaceRequest = JSON.parse((event as CustomEvent<string>).detail);
      const composer = event.target as Composer;
      void place(composer, request).then(() =>
        composer.dispatchEvent(new CustomEvent(placedEvent, { detail: request.nonce })),
      );
    },
    true,
  );
}

async function place(composer: Composer, request: PlaceRequest): Promise<void> {
  if (composer.ckeditorInstance) return placeInModel(composer, composer.ckeditorInstance, request);
  return composer instanceof HTMLTextAreaElement
    ? placeInTextarea(composer, request)
    : paste(composer, request);
}

/** One undo step, independent of focus and of the page's selection. */
function placeInModel(
  composer: Composer,
  { model, data }: CkEditor,
  { html, placement }: PlaceRequest,
): void {
  model.change((writer) => {
    const root = model.document.getRoot();
    const content = data.toModel(data.processor.toView(html));
    const at =
      placement === 'replace'
        ? writer.createRangeIn(root)
        : placement === 'append'
          ? writer.createPositionAt(root, 'end')
          : model.document.selection.getLastPosition();
    writer.setSelection(model.insertContent(content, at).end);
  });
  // After a replacement that end is stale, and at the next focus the editor takes over the caret that the browser
  // moved into the first paragraph: the agent's next key would land there.
  if (placement === 'replace') {
    const selection = getSelection()!;
    selection.selectAllChildren(composer);
    selection.collapseToEnd();
  }
}

function placeInTextarea(composer: HTMLTextAreaElement, { text, placement }: PlaceRequest): void {
  const { selectionEnd, textLength } = composer;
  const at = placement === 'caret' ? selectionEnd : textLength;
  // Not by `value`: React overrides that on the element and would not notice the change.
  composer.setRangeText(text, placement === 'replace' ? 0 : at, at, 'end');
  composer.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * While the panel has the focus, editors ignore the page's selection. So they are told of a focus and a selection
 * first, each with time to notice; then one paste puts everything in, in one undo step.
 */
async function paste(composer: Composer, { html, text, placement }: PlaceRequest): Promise<void> {
  const address = location.href;
  // `null` only in a document that is not shown.
  const selection = getSelection()!;
  const isAtCaret = placement === 'caret' && composer.contains(selection.anchorNode);
  const range = isAtCaret ? selection.getRangeAt(0) : document.createRange();
  const area = placement === 'last' ? [...composer.querySelectorAll('[data-block]')].pop()! : composer;
  // React tells an editor of a selection only while that is the active element, which it is not before the first click.
  composer.focus({ preventScroll: true });
  composer.dispatchEvent(new FocusEvent('focus'));
  composer.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  await wait();
  if (!isAtCaret) range.selectNodeContents(area);
  if (placement === 'append' || placement === 'caret') range.collapse();
  selection.removeAllRanges();
  selection.addRange(range);
  document.dispatchEvent(new Event('selectionchange'));
  await wait();
  // The agent may have gone to another ticket meanwhile.
  if (!composer.isConnected || location.href !== address) return;
  // Firefox ignores data given to the constructor, Chromium has no `clipboardData` without it.
  const event = new ClipboardEvent('paste', {
    bubbles: true,
    cancelable: true,
    clipboardData: new DataTransfer(),
  });
  const data = event.clipboardData!;
  if (html) data.setData('text/html', html);
  data.setData('text/plain', text);
  composer.dispatchEvent(event);
}
