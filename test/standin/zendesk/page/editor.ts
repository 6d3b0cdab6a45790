import type { ClassicEditor } from 'ckeditor5';
import { options } from './env';

export type Editor = ClassicEditor;
type Kit = typeof import('ckeditor5');

let kit: Promise<Kit> | null = null;

/** The live version at Zendesk is unknown, so there are two majors to choose from. */
function loadKit(): Promise<Kit> {
  kit ??=
    options.editor === 'older'
      ? import('ckeditor5-older').then((older) => older as unknown as Kit)
      : import('ckeditor5');
  return kit;
}

export interface EditorSpec {
  data: string;
  /** `data-test-id` of the editable; null: none (the side conversation). */
  testId: string | null;
  /** Messaging and chat: text only. */
  isPlain: boolean;
  label: string;
}

export async function createEditor(host: HTMLElement, spec: EditorSpec): Promise<Editor> {
  const ck = await loadKit();
  const source = document.createElement('div');
  host.append(source);
  const rich = [ck.Bold, ck.Italic, ck.Link, ck.List, ck.ImageInline, ck.HorizontalLine, ck.Autoformat];
  const editor = await ck.ClassicEditor.create(source, {
    licenseKey: 'GPL',
    plugins: [ck.Essentials, ck.Paragraph, ...(spec.isPlain ? [] : rich)],
    toolbar: [],
    initialData: spec.data,
    label: spec.label,
  });
  // Set through the view: an attribute put on the element from outside is wiped at the first focus.
  const root = editor.editing.view.document.getRoot();
  if (root && spec.testId !== null) {
    const { testId } = spec;
    editor.editing.view.change((writer) => writer.setAttribute('data-test-id', testId, root));
  }
  return editor;
}

/** Appends paragraphs at the end, as the helpdesk's own AI does. */
export function appendHtml(editor: Editor, html: string): void {
  const fragment = editor.data.toModel(editor.data.processor.toView(html));
  const root = editor.model.document.getRoot();
  if (!root) return;
  editor.model.change((writer) => {
    const isEmpty = editor.data.get() === '';
    const where = isEmpty ? writer.createRangeIn(root) : writer.createPositionAt(root, 'end');
    editor.model.insertContent(fragment, where);
  });
}
