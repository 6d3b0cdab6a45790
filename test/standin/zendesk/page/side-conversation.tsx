import { useMemo, useRef } from 'react';
import type { EditorSpec } from './editor';
import { cls, labels } from './env';
import { useEditor } from './use-editor';

/** Another rich editor under the ticket's root: a letter to a supplier, not the reply to the customer. */
export function SideConversation() {
  const host = useRef<HTMLDivElement>(null);
  const spec = useMemo<EditorSpec>(
    () => ({ data: '', testId: null, isPlain: false, label: labels.sideConversation }),
    [],
  );
  useEditor(host, spec);
  return (
    <details className={cls('side')} data-test-id="side-conversations-panel">
      <summary>{labels.sideConversation}</summary>
      <div ref={host} className={cls('side-editor')} />
    </details>
  );
}
