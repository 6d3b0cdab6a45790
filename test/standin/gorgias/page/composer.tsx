import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import type { TicketView } from './boot';
import { ChannelSwitch, type Visibility } from './channel-switch';
import type { EditorContent, EditorHandle, EditorProps } from './editors/contract';
import { DraftReply } from './editors/draft';
import { LexicalReply } from './editors/lexical';
import { ProseMirrorReply } from './editors/prosemirror';
import { TextareaReply } from './editors/textarea';
import { ErrorBoundary } from './error-boundary';
import { showToProbe } from './probe';
import { SendButtons } from './send-buttons';
import { submit } from './server';
import { boot, cls } from './start-data';
import { words } from './words';

const { options } = boot;

/** What was written per ticket and channel, while the page lives. */
const drafts = new Map<string, EditorContent>();

/** The reply box of one ticket: one editor with a switch, or two editors at once. */
export function Composer({ ticket, onClosed }: { ticket: TicketView; onClosed(): void }) {
  const [visibility, setVisibility] = useState<Visibility>('public');
  if (options.twoEditors) {
    return (
      <>
        <ReplyArea ticket={ticket} visibility="public" isLabelled onClosed={onClosed} />
        <ReplyArea ticket={ticket} visibility="internal" isLabelled onClosed={onClosed} />
      </>
    );
  }
  return (
    <ReplyArea
      ticket={ticket}
      visibility={visibility}
      onVisibility={setVisibility}
      isLabelled={false}
      onClosed={onClosed}
    />
  );
}

interface ReplyAreaProps {
  ticket: TicketView;
  visibility: Visibility;
  onVisibility?: (visibility: Visibility) => void;
  /** The editor has an accessible name of its own. */
  isLabelled: boolean;
  onClosed(): void;
}

function ReplyArea({ ticket, visibility, onVisibility, isLabelled, onClosed }: ReplyAreaProps) {
  const [isOpen, setOpen] = useState(!options.collapsed);
  const [isSending, setSending] = useState(false);
  const tick = useTick();
  const handle = useRef<EditorHandle | null>(null);
  const isPublic = visibility === 'public';
  const key = `${ticket.id}:${visibility}`;

  const send = async (event: SyntheticEvent, close: boolean) => {
    const editor = handle.current;
    if (!editor || isSending) return;
    const { isTrusted } = event.nativeEvent;
    // The model, never the page: text that only the page shows is sent as an empty message.
    const content = editor.read();
    setSending(true);
    await new Promise((resolve) => setTimeout(resolve, options.sendMs));
    await submit(ticket.id, { ...content, visibility, isTrusted, close });
    drafts.delete(key);
    // The agent may have gone on to another ticket: that one's editor is left alone.
    if (handle.current === editor) {
      editor.clear();
      setSending(false);
    }
    if (close) onClosed();
  };

  if (!isOpen) {
    return (
      <button type="button" className={cls('ReplyArea--collapsed')} onClick={() => setOpen(true)}>
        {words.clickToReply}
      </button>
    );
  }
  const area = cls('ReplyArea--container', !isPublic && 'ReplyArea--internal');
  return (
    <div
      className={area}
      onKeyDownCapture={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          // Before the editor makes a new line of it.
          event.preventDefault();
          event.stopPropagation();
          void send(event, event.shiftKey);
        }
      }}
    >
      <div className={cls('ReplyArea--header')}>
        {onVisibility && (
          <ChannelSwitch channel={ticket.channel} visibility={visibility} onChange={onVisibility} />
        )}
        {!onVisibility && <span>{isPublic ? words.reply : words.internalNote}</span>}
        {isPublic && (
          <span className={cls('ReplyArea--to')}>{ticket.customer.email ?? ticket.customer.name}</span>
        )}
        <span className={cls('ReplyArea--tick')} aria-hidden="true">
          {'·'.repeat((tick % 3) + 1)}
        </span>
      </div>
      <ErrorBoundary key={key}>
        <Editor
          initialHtml={startOf(key, isPublic ? ticket.prefill : '')}
          placeholder={isPublic ? words.writeReply : words.writeNote}
          label={isLabelled ? (isPublic ? words.reply : words.internalNote) : null}
          tick={tick}
          bind={(bound) => {
            handle.current = bound;
            const hide = showToProbe(visibility, bound);
            // The collapsed bar was just clicked: the agent wants to write.
            if (options.collapsed) bound.focus();
            return hide;
          }}
          onChange={(content) => drafts.set(key, content)}
        />
      </ErrorBoundary>
      <div className={cls('ReplyArea--footer')}>
        <input
          type="search"
          className={cls('ReplyArea--macros')}
          placeholder={words.macros}
          aria-label={words.macros}
        />
        <SendButtons isBusy={isSending} onSend={(event, close) => void send(event, close)} />
      </div>
    </div>
  );
}

function startOf(key: string, prefill: string): string {
  return (options.keepDrafts ? drafts.get(key)?.html : undefined) ?? prefill;
}

function Editor(props: EditorProps) {
  switch (options.composer) {
    case 'prosemirror':
      return <ProseMirrorReply {...props} />;
    case 'lexical':
      return <LexicalReply {...props} />;
    case 'textarea':
      return <TextareaReply {...props} />;
    default:
      return <DraftReply {...props} plainPaste={options.composer === 'draft-plain-paste'} />;
  }
}

/** State that has nothing to do with the editor and still re-renders it. */
function useTick(): number {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    if (options.rerenderMs === 0) return;
    const timer = setInterval(() => setTick((last) => last + 1), options.rerenderMs);
    return () => clearInterval(timer);
  }, []);
  return tick;
}
