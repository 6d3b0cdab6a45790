import { lazy, type Ref, Suspense } from 'react';
import type { DraftEditorHandle, DraftEditorProps } from './draft-editor';
import { DraftText } from './draft-text';

const loadEditor = () => import('./draft-editor');
const Editor = lazy(async () => ({ default: (await loadEditor()).DraftEditor }));

/** Fetches the editor's chunk while sources are being found, so that it is there when the words are. */
export function preloadEditor(): void {
  // A chunk that cannot be loaded now is asked for again when it is drawn, and fails there for all to see.
  loadEditor().catch(() => {});
}

export interface DraftViewProps extends Omit<DraftEditorProps, 'handle'> {
  /** One editor, with its own undo, for each alternative. */
  id: string;
  writing: boolean;
  handle: Ref<DraftEditorHandle>;
}

/** The draft: a page to read while words arrive, then an editor in the same place and the same type. */
export function DraftView({ id, writing, handle, ...props }: DraftViewProps) {
  const text = <DraftText {...props} writing={writing} />;
  if (writing) return text;
  return (
    <Suspense fallback={text}>
      <Editor key={id} {...props} handle={handle} />
    </Suspense>
  );
}
