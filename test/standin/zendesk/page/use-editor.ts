import { type RefObject, useEffect, useState } from 'react';
import { createEditor, type Editor, type EditorSpec } from './editor';
import { opaque } from './foreign';

/** Mounts an editor in `host` for as long as `spec` is the same object; null: none. */
export function useEditor(host: RefObject<HTMLDivElement | null>, spec: EditorSpec | null): Editor | null {
  const [editor, setEditor] = useState<Editor | null>(null);
  useEffect(() => {
    const element = host.current;
    if (!element || !spec) return;
    opaque.add(element);
    let isGone = false;
    const creating = createEditor(element, spec);
    creating.then((created) => !isGone && setEditor(created)).catch(reportError);
    return () => {
      isGone = true;
      setEditor(null);
      creating
        .then((created) => created.destroy())
        .then(() => element.replaceChildren())
        .catch(reportError);
    };
  }, [host, spec]);
  return editor;
}
