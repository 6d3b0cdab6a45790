export interface EditorContent {
  html: string;
  text: string;
}

/** What the composer asks of any editor; it reads the editor's model, never the page. */
export interface EditorHandle {
  read(): EditorContent;
  clear(): void;
  focus(): void;
}

export interface EditorProps {
  /** HTML to start with; empty for none. */
  initialHtml: string;
  placeholder: string;
  /** Accessible name; `null`: none of its own, as Draft.js comes. */
  label: string | null;
  /** Changes every second for reasons that have nothing to do with the editor. */
  tick: number;
  /** Called once mounted; the returned function is called on unmount. */
  bind(handle: EditorHandle): () => void;
  onChange(content: EditorContent): void;
}
