const marks = [
  ['ckeditor', '.ck-editor__editable'],
  ['draft', '.public-DraftEditor-content'],
  ['lexical', '[data-lexical-editor]'],
  ['prosemirror', '.ProseMirror'],
  ['slate', '[data-slate-editor]'],
  ['quill', '.ql-editor'],
  ['textarea', 'textarea'],
] as const;

/** Which editor the reply box is, by the marks that it puts on itself; for people, nothing depends on it. */
export function recogniseEditor(element: Element): string {
  return marks.find(([, selector]) => element.matches(selector))?.[0] ?? 'contenteditable';
}
