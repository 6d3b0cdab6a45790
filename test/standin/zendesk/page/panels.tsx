import type { TicketView } from './boot';
import { boot, cls, labels } from './env';

export function FieldPanel({ ticket }: { ticket: TicketView }) {
  return (
    <aside className={cls('fields')} aria-label={labels.ticket}>
      <Field label={labels.requester}>
        <div className={cls('select')} data-test-id="ticket-system-field-requester-select">
          {ticket.requester.name}
        </div>
      </Field>
      <Field label={labels.assignee}>
        <div className={cls('select')} data-test-id="assignee-field">
          <span data-test-id="assignee-field-selected-agent-tag">{ticket.assignee}</span>
        </div>
      </Field>
      <Field label={labels.tags}>
        <div className={cls('tags')}>
          {ticket.tags.map((tag) => (
            <span key={tag} className={cls('tag')} data-test-id="ticket-system-field-tags-item-selected">
              {tag}
            </span>
          ))}
        </div>
      </Field>
      <Field label={labels.priority}>
        <div className={cls('select')} data-test-id="ticket-fields-priority-select">
          {ticket.priority ?? '-'}
        </div>
      </Field>
      {ticket.fields.map((field) => (
        <Field key={field.id} label={field.title}>
          <div
            className={cls('select', 'multiline')}
            data-test-id={`ticket-form-field-text-field-${field.id}`}
          >
            {field.value ?? '-'}
          </div>
        </Field>
      ))}
    </aside>
  );
}

function Field({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={cls('field')} data-garden-id="forms.field">
      <div className={cls('label')}>{label}</div>
      {children}
    </div>
  );
}

export function CustomerPanel({ ticket }: { ticket: TicketView }) {
  return (
    <aside className={cls('customer')} aria-label={labels.customer}>
      <h2 className={cls('customer-name')}>{ticket.requester.name}</h2>
      <dl className={cls('customer-facts')}>
        <dt>Email</dt>
        <dd>{ticket.requester.email ?? '-'}</dd>
        <dt>ID</dt>
        <dd>{ticket.requester.id}</dd>
        <dt>{boot.account.name}</dt>
        <dd>{labels.statuses[ticket.status as 'open']}</dd>
      </dl>
    </aside>
  );
}
