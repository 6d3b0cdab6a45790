import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { $generateHtmlFromNodes, $generateNodesFromDOM } from '@lexical/html';
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode, registerList } from '@lexical/list';
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $getRoot, $insertNodes, createEditor } from 'lexical';
import { useEffect, useRef } from 'react';
import { cls } from '../start-data';
import type { EditorProps } from './contract';

export function LexicalReply(props: EditorProps) {
  const place = useRef<HTMLDivElement>(null);
  window.__standin.renders += 1;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once per mount.
  useEffect(() => {
    const editor = createEditor({
      namespace: 'reply',
      nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode],
      onError: (error) => {
        throw error;
      },
    });
    editor.setRootElement(place.current);
    const read = () =>
      editor.getEditorState().read(
        () => ({
          html: $generateHtmlFromNodes(editor),
          text: $getRoot().getTextContent().replace(/\n\n/g, '\n'),
        }),
        { editor },
      );
    const fill = (html: string) =>
      editor.update(
        () => {
          const root = $getRoot().clear();
          if (html === '') {
            root.append($createParagraphNode());
            return;
          }
          root.selectEnd();
          // Lexical drops an empty `div` and keeps an empty `p`.
          const lines = html.replace(/<(\/?)div>/g, '<$1p>');
          $insertNodes($generateNodesFromDOM(editor, new DOMParser().parseFromString(lines, 'text/html')));
        },
        { discrete: true },
      );
    const stops = [
      registerRichText(editor),
      registerList(editor),
      registerHistory(editor, createEmptyHistoryState(), 300),
    ];
    fill(props.initialHtml);
    stops.push(editor.registerUpdateListener(() => props.onChange(read())));
    stops.push(props.bind({ read, clear: () => fill(''), focus: () => editor.focus() }));
    return () => {
      for (const stop of stops) stop();
      editor.setRootElement(null);
    };
  }, []);
  return (
    <div className={cls('RichText--editor')} data-tick={props.tick}>
      {/* biome-ignore lint/a11y/useSemanticElements: Lexical needs an editable div. */}
      <div
        ref={place}
        contentEditable
        suppressContentEditableWarning
        role="textbox"
        tabIndex={0}
        aria-multiline
        aria-placeholder={props.placeholder}
        aria-label={props.label ?? undefined}
      />
    </div>
  );
}
