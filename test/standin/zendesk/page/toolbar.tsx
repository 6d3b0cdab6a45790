import { escapeHtml } from '../../core/http';
import { appendHtml, type Editor } from './editor';
import { cls, labels, options } from './env';

const commands = [
  ['bold', 'B'],
  ['italic', 'I'],
  ['bulletedList', '•'],
  ['numberedList', '1.'],
  ['undo', '↶'],
  ['redo', '↷'],
] as const;

export function Toolbar({ editor, isLive }: { editor: Editor | null; isLive: boolean }) {
  const shown = isLive ? commands.filter(([name]) => name === 'undo' || name === 'redo') : commands;
  return (
    <div className={cls('toolbar')} role="toolbar" data-test-id="ticket-editor-app-icon-view">
      {shown.map(([name, sign]) => (
        <button
          key={name}
          type="button"
          className={cls('tool')}
          aria-label={name}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            editor?.execute(name);
            editor?.editing.view.focus();
          }}
        >
          {sign}
        </button>
      ))}
      <button
        type="button"
        className={cls('tool')}
        data-test-id="omnicomposer-enhance-writing-menu-button"
        aria-label={labels.enhance}
        onClick={() => editor && appendHtml(editor, `<p>${escapeHtml(options.aiText)}</p>`)}
      >
        ✦
      </button>
    </div>
  );
}
