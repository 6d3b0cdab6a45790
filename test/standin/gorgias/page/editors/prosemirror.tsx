import { DOMParser, DOMSerializer, Schema } from '@tiptap/pm/model';
import { addListNodes } from '@tiptap/pm/schema-list';
import { EditorState } from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';
import { exampleSetup } from 'prosemirror-example-setup';
import { useEffect, useRef } from 'react';
import { cls } from '../start-data';
import type { EditorProps } from './contract';

const plain = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      content: 'inline*',
      group: 'block',
      parseDOM: [{ tag: 'p' }, { tag: 'div' }],
      toDOM: () => ['p', 0],
    },
    text: { group: 'inline' },
    hard_break: {
      inline: true,
      group: 'inline',
      selectable: false,
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
    },
  },
  marks: {
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [{ tag: 'a[href]', getAttrs: (element) => ({ href: element.getAttribute('href') }) }],
      toDOM: (mark) => ['a', { href: String(mark.attrs.href) }, 0],
    },
  },
});
const schema = new Schema({
  nodes: addListNodes(plain.spec.nodes, 'paragraph block*', 'block'),
  marks: plain.spec.marks,
});

function start(html: string): EditorState {
  const body = document.createElement('div');
  // An empty line is an empty paragraph, not one that holds a line break.
  body.innerHTML = html.replaceAll('><br><', '><');
  return EditorState.create({
    doc: DOMParser.fromSchema(schema).parse(body),
    plugins: exampleSetup({ schema, menuBar: false }),
  });
}

export function ProseMirrorReply(props: EditorProps) {
  const place = useRef<HTMLDivElement>(null);
  window.__standin.renders += 1;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once per mount.
  useEffect(() => {
    if (!place.current) return;
    const view = new EditorView(place.current, {
      state: start(props.initialHtml),
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-placeholder': props.placeholder,
        ...(props.label !== null && { 'aria-label': props.label }),
      },
      dispatchTransaction(transaction) {
        view.updateState(view.state.apply(transaction));
        if (transaction.docChanged) props.onChange(read());
      },
    });
    const read = () => {
      const holder = document.createElement('div');
      holder.append(DOMSerializer.fromSchema(schema).serializeFragment(view.state.doc.content));
      const { doc } = view.state;
      return { html: holder.innerHTML, text: doc.textBetween(0, doc.content.size, '\n', '\n') };
    };
    const unbind = props.bind({
      read,
      clear: () => view.updateState(start('')),
      focus: () => view.focus(),
    });
    return () => {
      unbind();
      view.destroy();
    };
  }, []);
  return <div ref={place} className={cls('RichText--editor')} data-tick={props.tick} />;
}
