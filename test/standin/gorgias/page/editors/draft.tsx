import {
  CompositeDecorator,
  type ContentBlock,
  ContentState,
  convertFromHTML,
  convertToRaw,
  type DraftHandleValue,
  Editor,
  EditorState,
  Modifier,
  RichUtils,
} from 'draft-js';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { cls } from '../start-data';
import type { EditorContent, EditorProps } from './contract';
import { rawToHtml, rawToText } from './raw-html';

function findLinks(block: ContentBlock, found: (start: number, end: number) => void, content: ContentState) {
  block.findEntityRanges((character) => {
    const key = character.getEntity();
    return key !== null && content.getEntity(key).getType() === 'LINK';
  }, found);
}

function Link(props: { contentState: ContentState; entityKey: string; children: ReactNode }) {
  const { url } = props.contentState.getEntity(props.entityKey).getData() as { url: string };
  return <a href={url}>{props.children}</a>;
}

const decorator = new CompositeDecorator([{ strategy: findLinks, component: Link }]);

function contentOf(state: EditorState): EditorContent {
  const raw = convertToRaw(state.getCurrentContent());
  return { html: rawToHtml(raw), text: rawToText(raw) };
}

function start(html: string): EditorState {
  if (html === '') return EditorState.createEmpty(decorator);
  const holder = document.createElement('div');
  holder.innerHTML = html;
  // Draft's own reader of HTML drops empty lines, so it gets one line at a time.
  const blocks = [...holder.children].flatMap((line) =>
    line.textContent === ''
      ? ContentState.createFromText('').getBlocksAsArray()
      : convertFromHTML(line.outerHTML).contentBlocks,
  );
  return EditorState.createWithContent(ContentState.createFromBlockArray(blocks), decorator);
}

/** The real Draft.js. `plainPaste`: its own paste handler takes the plain text and says "handled". */
export function DraftReply(props: EditorProps & { plainPaste: boolean }) {
  const [state, setState] = useState(() => start(props.initialHtml));
  const editor = useRef<Editor>(null);
  const latest = useRef(state);
  latest.current = state;
  window.__standin.renders += 1;

  const change = (next: EditorState) => {
    // Handlers may run several times before React renders again: the newest state counts.
    latest.current = next;
    setState(next);
    props.onChange(contentOf(next));
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: bound once per mount, the handle reads the newest state.
  useEffect(
    () =>
      props.bind({
        read: () => contentOf(latest.current),
        clear: () => change(EditorState.createEmpty(decorator)),
        focus: () => editor.current?.focus(),
      }),
    [],
  );

  const handlePastedText = (
    text: string,
    _html: string | undefined,
    current: EditorState,
  ): DraftHandleValue => {
    const blocks = ContentState.createFromText(text).getBlockMap();
    const pasted = Modifier.replaceWithFragment(current.getCurrentContent(), current.getSelection(), blocks);
    change(EditorState.push(current, pasted, 'insert-fragment'));
    return 'handled';
  };

  const toggle = (apply: (state: EditorState) => EditorState) => ({
    // Before the button takes the focus from the editor.
    onMouseDown: (event: { preventDefault(): void }) => {
      event.preventDefault();
      change(apply(latest.current));
    },
  });

  return (
    <div className={cls('RichText--editor')} data-tick={props.tick}>
      <Editor
        ref={editor}
        editorState={state}
        onChange={change}
        placeholder={props.placeholder}
        spellCheck
        {...(props.label !== null && { ariaLabel: props.label })}
        {...(props.plainPaste && { handlePastedText })}
        handleKeyCommand={(command, current) => {
          const next = RichUtils.handleKeyCommand(current, command);
          if (!next) return 'not-handled';
          change(next);
          return 'handled';
        }}
      />
      <div className={cls('RichText--toolbar')}>
        <button type="button" aria-label="Bold" {...toggle((s) => RichUtils.toggleInlineStyle(s, 'BOLD'))}>
          <b>B</b>
        </button>
        <button
          type="button"
          aria-label="Italic"
          {...toggle((s) => RichUtils.toggleInlineStyle(s, 'ITALIC'))}
        >
          <i>I</i>
        </button>
        <button
          type="button"
          aria-label="Bulleted list"
          {...toggle((s) => RichUtils.toggleBlockType(s, 'unordered-list-item'))}
        >
          •
        </button>
      </div>
    </div>
  );
}
