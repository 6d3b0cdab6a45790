import { useMemo, useRef } from 'react';
import { ClassicEditor } from './classic-editor';
import { Composer } from './composer';
import { boot, cls, hasSkin, labels, options, random } from './env';
import { ConversationLog } from './log';
import { CustomerPanel, FieldPanel } from './panels';
import { SideConversation } from './side-conversation';
import { useTicket } from './ticket-store';
import { useRerender } from './use-rerender';

interface Props {
  id: number;
  isActive: boolean;
  onSaved(id: number): void;
}

/** One open ticket. It stays mounted while its tab is open; inactive ones are only hidden. */
export function TicketPane({ id, isActive, onSaved }: Props) {
  const ticket = useTicket(id);
  const root = useRef<HTMLDivElement>(null);
  const own = useMemo(() => random.fork(`pane-${id}`), [id]);
  const rerender = useRerender(root, own);
  const hidden = isActive ? false : options.hidingMode;
  const layout = {
    ...(!hasSkin('old-test-ids') && { 'data-test-id': `ticket-${id}-standard-layout` }),
    ...(!hasSkin('no-is-active') && { 'data-is-active': String(isActive) }),
  };
  if (!ticket) return null;
  const subject = hasSkin('old-test-ids') ? 'ticket-pane-subject' : 'omni-header-subject';
  return (
    <div
      className={cls('slot', hidden !== false && `hidden-${hidden}`)}
      aria-hidden={hidden === 'opacity' ? true : undefined}
    >
      <div ref={root} className={cls('pane')} {...layout}>
        <FieldPanel ticket={ticket} />
        <div className={cls('conversation')} data-side-conversations-anchor-id={id}>
          <div className={`conversation-polaris ${cls('polaris')}`} data-ticket-id={id}>
            <header className={cls('header')}>
              <input
                className={cls('subject')}
                data-test-id={subject}
                aria-label={labels.subject}
                defaultValue={ticket.subject}
                key={ticket.subject}
              />
              <span className={cls('via')} data-test-id="omni-header-via-label">
                {labels.via[ticket.via as 'email'] ?? ticket.via}
              </span>
            </header>
            <ConversationLog key={rerender.log} ticket={ticket} />
            {ticket.status === 'closed' ? (
              <p className={cls('closed')}>{labels.closedTicket}</p>
            ) : hasSkin('classic') ? (
              <ClassicEditor />
            ) : (
              <Composer
                ticket={ticket}
                isActive={isActive}
                rerender={rerender}
                random={own}
                agentName={boot.agent.name}
                onSaved={onSaved}
              />
            )}
            {options.sideConversation && <SideConversation />}
          </div>
        </div>
        <CustomerPanel ticket={ticket} />
      </div>
    </div>
  );
}
