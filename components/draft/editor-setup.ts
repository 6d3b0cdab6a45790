import { Editor, type EditorOptions } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import { isSafeHref } from '@/lib/draft/reply/links';
import { CitationNode, type CitationOptions } from './citation-node';
import { ClaimMarks, type ClaimMarksOptions } from './claim-marks';

// Ctrl+Enter inserts the draft into the helpdesk; TipTap would make it a line break.
const LineBreak = HardBreak.extend({
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.setHardBreak() };
  },
});

export interface EditorSetup extends Pick<EditorOptions, 'element' | 'content'> {
  citations: CitationOptions;
  marks: ClaimMarksOptions;
  attributes: Record<string, string>;
  onChange: (editor: Editor) => void;
  /** `;` at the start of a line. */
  onSemicolon: () => void;
}

/** Only what both helpdesks' reply boxes keep: paragraphs, one level of lists, bold, italic, links, line breaks. */
export function createEditor(setup: EditorSetup): Editor {
  return new Editor({
    element: setup.element,
    content: setup.content,
    // The pages' policy forbids injected styles; the one rule it needs stands in draft.module.css.
    injectCSS: false,
    extensions: [
      Document,
      Paragraph,
      Text,
      Bold,
      Italic,
      LineBreak,
      BulletList,
      OrderedList,
      ListItem,
      ListKeymap,
      Link.configure({ openOnClick: false, defaultProtocol: 'https', isAllowedUri: isSafeHref }),
      UndoRedo,
      CitationNode.configure(setup.citations),
      ClaimMarks.configure(setup.marks),
    ],
    editorProps: {
      attributes: setup.attributes,
      handleDOMEvents: {
        // ProseMirror takes every Enter and Esc for its own; with Ctrl or Cmd, and Esc always, they are the panel's.
        keydown: (_view, event) =>
          event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey)),
      },
      handleKeyDown(view, event) {
        if (event.key !== ';' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
          return false;
        const { $from, empty } = view.state.selection;
        const before = $from.nodeBefore;
        if (!empty || (before !== null && before.type.name !== 'hardBreak')) return false;
        setup.onSemicolon();
        return true;
      },
    },
    onUpdate: ({ editor }) => setup.onChange(editor),
  });
}
