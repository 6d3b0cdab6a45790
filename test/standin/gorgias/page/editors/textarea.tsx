import { useEffect, useRef, useState } from 'react';
import { cls } from '../start-data';
import type { EditorContent, EditorProps } from './contract';

function contentOf(text: string): EditorContent {
  const holder = document.createElement('div');
  for (const line of text === '' ? [] : text.split('\n')) {
    const block = document.createElement('div');
    if (line === '') block.append(document.createElement('br'));
    else block.textContent = line;
    holder.append(block);
  }
  return { html: holder.innerHTML, text };
}

function start(html: string): string {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return [...holder.children].map((line) => line.textContent).join('\n');
}

/** Controlled by React: a value set past React's own setter is not in the model. */
export function TextareaReply(props: EditorProps) {
  const [value, setValue] = useState(() => start(props.initialHtml));
  const field = useRef<HTMLTextAreaElement>(null);
  const latest = useRef(value);
  latest.current = value;
  window.__standin.renders += 1;

  // biome-ignore lint/correctness/useExhaustiveDependencies: bound once per mount, the handle reads the newest state.
  useEffect(
    () =>
      props.bind({
        read: () => contentOf(latest.current),
        clear: () => setValue(''),
        focus: () => field.current?.focus(),
      }),
    [],
  );
  return (
    <div className={cls('RichText--editor')} data-tick={props.tick}>
      <textarea
        ref={field}
        rows={6}
        className={cls('RichText--textarea')}
        placeholder={props.placeholder}
        aria-label={props.label ?? props.placeholder}
        value={value}
        onChange={(event) => {
          setValue(event.target.value);
          props.onChange(contentOf(event.target.value));
        }}
      />
    </div>
  );
}
