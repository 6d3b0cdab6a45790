import { useMemo, useRef } from 'react';
import type { EditorSpec } from './editor';
import { cls, labels } from './env';
import { useEditor } from './use-editor';

/** An unsaved ticket: it has a composer, but no number yet. */
export function NewTicket() {
  const host = useRef<HTMLDivElement>(null);
  const spec = useMemo<EditorSpec>(
    () => ({ data: '', testId: 'omnicomposer-rich-text-ckeditor', isPlain: false, label: labels.composer }),
    [],
  );
  useEditor(host, spec);
  return (
    <div className={cls('pane', 'pane-new')} data-test-id="ticket-new-standard-layout">
      <div className={cls('conversation')}>
        <header className={cls('header')}>
          <input className={cls('subject')} data-test-id="omni-header-subject" aria-label={labels.subject} />
        </header>
        <div className={cls('composer')} data-test-id="editor-view">
          <div ref={host} className={cls('area')} data-test-id="ticket-rich-text-editor" />
        </div>
      </div>
    </div>
  );
}
