import type { Ref } from 'react';
import { later } from '../ui/later';
import type { DraftEditorHandle, DraftEditorProps } from './draft-editor';
import { DraftText } from './draft-text';

/** Fetched while sources are being found, so that it is there when the words are. */
export const DraftEditor = later(async () => (await import('./draft-editor')).DraftEditor);

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
  return <DraftEditor key={id} {...props} handle={handle} meanwhile={text} />;
}
