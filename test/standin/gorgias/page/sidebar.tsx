import { useState } from 'react';
import type { OrderView, TicketView } from './boot';
import { initials } from './bubble';
import { go } from './route';
import { cls } from './start-data';
import { when, words } from './words';

export function Sidebar({ ticket }: { ticket: TicketView }) {
  const { customer } = ticket;
  const path = `/app/customer/${customer.id}`;
  return (
    <aside className={cls('Infobar--container')} aria-label="Customer">
      <div className={cls('Infobar--customer')}>
        <span className={cls('Avatar--avatar')} aria-hidden="true">
          {initials(customer.name)}
        </span>
        <div>
          <a
            href={path}
            onClick={(event) => {
              event.preventDefault();
              go(path);
            }}
          >
            {customer.name || '—'}
          </a>
          <div className={cls('Infobar--muted')}>{customer.email}</div>
        </div>
      </div>
      <NoteField key={customer.id} note={customer.note} />
      <h2 className={cls('Infobar--title')}>{words.orders}</h2>
      {ticket.orders.length === 0 && <p className={cls('Infobar--muted')}>{words.noOrders}</p>}
      {ticket.orders.map((order) => (
        <OrderPanel key={order.name} order={order} />
      ))}
    </aside>
  );
}

function NoteField({ note }: { note: string }) {
  const [value, setValue] = useState(note);
  return (
    <label className={cls('Infobar--note')}>
      <span>{words.note}</span>
      <textarea
        id="note-field"
        aria-label="Note"
        rows={2}
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
    </label>
  );
}

function OrderPanel({ order }: { order: OrderView }) {
  return (
    <div className={cls('OrderSidePanelPreview--panel')}>
      <div className={cls('OrderSidePanelPreview--head')}>
        <strong data-name="text">{order.name}</strong>
        <span data-name="text">{order.total}</span>
      </div>
      <div className={cls('Infobar--muted')}>
        {when(order.placedAt)} · {order.financial} · {order.fulfilment}
      </div>
      {order.tracking && <div className={cls('Infobar--muted')}>{order.tracking}</div>}
      {order.items.map((item) => (
        <div key={item.sku} className={cls('OrderSidePanelPreview--item')}>
          <div className={cls('CopyableField--field')}>
            <span data-name="text">
              {item.quantity} × {item.title}
              {item.variant && ` (${item.variant})`}
            </span>
            <CopyButton name="Copy product title" value={item.title} />
          </div>
          <div className={cls('CopyableField--field')}>
            <span data-name="text">{item.sku}</span>
            <CopyButton name="Copy SKU" value={item.sku} />
          </div>
        </div>
      ))}
    </div>
  );
}

function CopyButton({ name, value }: { name: string; value: string }) {
  return (
    <button
      type="button"
      aria-label={name}
      className={cls('CopyableField--button')}
      onClick={() => void navigator.clipboard.writeText(value)}
    >
      <svg width="12" height="12" viewBox="0 0 12 12" fill="none" stroke="currentColor" aria-hidden="true">
        <path d="M4.5 4.5h6v6h-6zM7.5 4V1.5h-6v6H4" />
      </svg>
    </button>
  );
}
