import { cls, hasSkin, labels } from './env';
import { navigate } from './navigation';
import { useTicket } from './ticket-store';

interface Props {
  tabs: number[];
  selected: number | null;
  onClose(id: number): void;
}

export function TabStrip({ tabs, selected, onClose }: Props) {
  return (
    <div className={cls('tabs')} data-test-id="header-tablist" role="tablist">
      {tabs.map((id) => (
        <Tab key={id} id={id} isSelected={id === selected} onClose={onClose} />
      ))}
    </div>
  );
}

function Tab({ id, isSelected, onClose }: { id: number; isSelected: boolean; onClose(id: number): void }) {
  const ticket = useTicket(id);
  const title = ticket?.subject ?? `${labels.ticket} #${id}`;
  const shared = {
    className: cls('tab', isSelected && 'tab-selected'),
    'data-test-id': 'header-tab',
    'data-entity-id': String(id),
    'data-entity-type': 'TICKET_ENTITY_TYPE',
    'data-entity-is-selected': String(isSelected),
  };
  const open = `/agent/tickets/${id}`;
  const inside = (
    <>
      <span className={cls('tab-title')} data-test-id="header-tab-title" title={title}>
        {title}
      </span>
      <span className={cls('tab-subtitle')} data-test-id="header-tab-subtitle">
        #{id}
      </span>
    </>
  );
  return (
    <div className={cls('tab-frame')}>
      {hasSkin('div-tabs') ? (
        <div
          {...shared}
          role="tab"
          tabIndex={0}
          aria-selected={isSelected}
          onClick={() => navigate(open)}
          onKeyDown={(event) => event.key === 'Enter' && navigate(open)}
        >
          {inside}
        </div>
      ) : (
        <a
          {...shared}
          href={open}
          aria-current={isSelected ? 'page' : undefined}
          onClick={(event) => {
            event.preventDefault();
            navigate(open);
          }}
        >
          {inside}
        </a>
      )}
      <button
        type="button"
        className={cls('tab-close')}
        data-test-id="close-button"
        aria-label={`${labels.close} #${id}`}
        onClick={() => onClose(id)}
      >
        ×
      </button>
    </div>
  );
}
