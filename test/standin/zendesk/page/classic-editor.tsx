import { useEffect, useRef } from 'react';
import { cls, labels } from './env';
import { opaque } from './foreign';

/** The composer from before the Agent Workspace: no CKEditor, other class names. Not to be written into. */
export function ClassicEditor() {
  const editable = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (editable.current) opaque.add(editable.current);
  }, []);
  return (
    <div className={`comment_input ember-view ${cls('composer')}`}>
      <div className="zendesk-editor--rich-text-container">
        <button type="button" className={`track-id-publicComment ${cls('quiet')}`}>
          {labels.publicReply}
        </button>
        <button type="button" className={`track-id-privateComment ${cls('quiet')}`}>
          {labels.channels.internal}
        </button>
        {/* biome-ignore lint/a11y/useSemanticElements: the old editor was an editable division */}
        <div
          ref={editable}
          className={`editor zendesk-editor--rich-text-comment ${cls('area')}`}
          contentEditable
          suppressContentEditableWarning
          role="textbox"
          tabIndex={0}
          aria-multiline="true"
          aria-label={labels.composer}
        />
      </div>
    </div>
  );
}
