import type { EventInfo, ViewDocumentEnterEvent } from 'ckeditor5';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Random } from '../../core/random';
import { htmlToText } from '../markup';
import type { SubmitBody, TicketView } from './boot';
import { ChannelSwitcher } from './channel-switcher';
import type { EditorSpec } from './editor';
import { cls, labels, options } from './env';
import { prefillOf } from './prefill';
import { SubmitGroup, type SubmitStatus, submitStatuses } from './submit-group';
import { Toolbar } from './toolbar';
import { useEditor } from './use-editor';
import type { Rerender } from './use-rerender';
import { useSubmitKeys } from './use-submit-keys';

interface Props {
  ticket: TicketView;
  isActive: boolean;
  rerender: Rerender;
  random: Random;
  agentName: string;
  onSaved(id: number): void;
}

/** `generation` counts editors: each channel switch and each submit makes a new one. */
interface Mount {
  channel: string;
  data: string;
  generation: number;
  isMounted: boolean;
}

export function Composer({ ticket, isActive, rerender, random, agentName, onSaved }: Props) {
  const choices = options.lightAgent ? ['internal'] : [ticket.replyChannel, 'internal'];
  const fresh = useCallback(
    (channel: string) => prefillOf(channel, ticket.requester.firstName, agentName),
    [ticket.requester.firstName, agentName],
  );
  const [mount, setMount] = useState<Mount>(() => {
    const channel = choices[0] ?? 'internal';
    return { channel, data: fresh(channel), generation: 0, isMounted: true };
  });
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const host = useRef<HTMLDivElement>(null);
  const isLive = mount.channel !== 'web' && mount.channel !== 'internal';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new generation is a new editor with the same data
  const spec = useMemo<EditorSpec | null>(
    () =>
      mount.isMounted
        ? {
            data: mount.data,
            testId: isLive ? 'omnicomposer-plain-text-ckeditor' : 'omnicomposer-rich-text-ckeditor',
            isPlain: isLive,
            label: labels.composer,
          }
        : null,
    [mount.isMounted, mount.data, mount.generation, isLive],
  );
  const editor = useEditor(host, spec);

  const remount = useCallback(
    (channel: string, data: string) => {
      setMount((old) => ({ ...old, channel, data, isMounted: false }));
      setTimeout(
        () => setMount((old) => ({ ...old, isMounted: true, generation: old.generation + 1 })),
        random.int(options.switchDelay.min, options.switchDelay.max),
      );
    },
    [random],
  );

  const isLocked = isBusy || options.readOnly;
  useEffect(() => {
    if (!editor) return;
    if (isLocked) editor.enableReadOnlyMode('stand-in');
    else editor.disableReadOnlyMode('stand-in');
  }, [editor, isLocked]);

  const submit = useCallback(
    (status: SubmitStatus, isTrusted: boolean) => {
      if (!editor || isBusy) return;
      const html = editor.getData();
      const body: SubmitBody = {
        html,
        text: htmlToText(html),
        visibility: mount.channel === 'internal' ? 'internal' : 'public',
        isTrusted,
        status,
      };
      setBusy(true);
      setFailed(false);
      const pause = new Promise((resolve) => setTimeout(resolve, options.submitMs));
      Promise.all([
        fetch(`/standin/tickets/${ticket.id}/submit`, { method: 'POST', body: JSON.stringify(body) }),
        pause,
      ])
        .then(([answer]) => {
          setBusy(false);
          if (!answer.ok) {
            setFailed(true);
            return;
          }
          remount(mount.channel, fresh(mount.channel));
          onSaved(ticket.id);
        })
        .catch(() => {
          setBusy(false);
          setFailed(true);
        });
    },
    [editor, isBusy, mount.channel, ticket.id, remount, fresh, onSaved],
  );

  const current = submitStatuses.find((status) => status === ticket.status) ?? 'open';
  useSubmitKeys(isActive, submit);
  useEffect(() => {
    if (!editor || !isLive) return;
    const viewDocument = editor.editing.view.document;
    const send = (event: EventInfo, data: ViewDocumentEnterEvent['args'][0]) => {
      if (data.isSoft) return;
      data.preventDefault();
      event.stop();
      submit(current, data.domEvent.isTrusted);
    };
    viewDocument.on<ViewDocumentEnterEvent>('enter', send, { priority: 'highest' });
    return () => viewDocument.off('enter', send);
  }, [editor, isLive, submit, current]);

  const toolbar = <Toolbar key={`toolbar-${rerender.toolbar}`} editor={editor} isLive={isLive} />;
  const area = (
    <div
      key="area"
      ref={host}
      className={cls('area', isLive && 'area-live')}
      data-test-id="ticket-rich-text-editor"
    />
  );
  return (
    <>
      <div
        className={cls('composer', mount.channel === 'internal' && 'composer-internal')}
        data-test-id="editor-view"
      >
        <div className={cls('composer-head')}>
          <ChannelSwitcher
            channel={mount.channel}
            choices={choices}
            onChange={(channel) => remount(channel, editor?.getData() ?? mount.data)}
          />
          <span className={cls('to')}>{mount.channel !== 'internal' && ticket.requester.name}</span>
        </div>
        {rerender.isSwapped ? [area, toolbar] : [toolbar, area]}
      </div>
      {hasFailed && (
        <div role="alert" className={cls('failed')} data-test-id="ticket_saving_error_notification">
          {labels.saveFailed}
        </div>
      )}
      <SubmitGroup
        key={`submit-${ticket.status}`}
        status={current}
        isLive={isLive}
        isBusy={isBusy}
        onSubmit={submit}
      />
    </>
  );
}
