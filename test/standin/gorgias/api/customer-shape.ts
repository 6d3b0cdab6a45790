import type { Account } from '../account';
import type { WriteDate } from '../dates';
import type { GorgiasOptions } from '../options';
import { type CustomerRecord, fixedIds, type UserRecord } from '../records';
import { shopifyCustomer, shopifyOrder, splitName } from './shopify';

/** `sender`, `receiver`, `assignee_user`. */
export function personShape(person: UserRecord): Record<string, unknown> {
  const [firstname, lastname] = splitName(person.name);
  return { id: person.id, name: person.name, firstname, lastname, email: person.email, meta: null };
}

export function customerShape(
  customer: CustomerRecord,
  account: Account,
  options: GorgiasOptions,
  date: WriteDate,
): Record<string, unknown> {
  const integrations = integrationsShape(customer, account.store.domain, options.integrations);
  return {
    ...personShape(customer),
    external_id: null,
    language: customer.language,
    timezone: 'Europe/Berlin',
    note: customer.note,
    channels: [
      { id: customer.id * 10 + 1, type: 'email', address: customer.email, preferred: true },
      ...(customer.phone
        ? [{ id: customer.id * 10 + 2, type: 'phone', address: customer.phone, preferred: false }]
        : []),
    ].filter(({ address }) => address !== null),
    data: null,
    created_datetime: date(customer.createdAt),
    updated_datetime: date(customer.createdAt + 86_400_000),
    // Nobody documents these; a reader must not mind.
    active: true,
    num_tickets_for_standin: 1,
    ...(integrations && { integrations }),
  };
}

function integrationsShape(
  customer: CustomerRecord,
  domain: string,
  shape: GorgiasOptions['integrations'],
): Record<string, unknown> | null {
  const shop = (orders: CustomerRecord['orders']) => ({
    __integration_type__: 'shopify',
    customer: shopifyCustomer(customer),
    orders: orders.map((order) => shopifyOrder(order, customer, domain)),
  });
  const http = { __integration_type__: 'http', error: { status: 502, message: '<html>Bad gateway</html>' } };
  const { orders } = customer;
  // The shop knows only customers who have bought something.
  const first = orders.length > 0 ? { [fixedIds.shop]: shop(orders) } : {};
  switch (shape) {
    case 'absent':
      return null;
    case 'empty':
      return {};
    case 'shopify':
      return first;
    case 'http':
      return { [fixedIds.httpIntegration]: http };
    case 'mixed':
      return { ...first, [fixedIds.httpIntegration]: http };
    case 'several':
      // Each storefront of the merchant holds its own half of the orders.
      return {
        [fixedIds.shop]: shop(orders.filter((_order, index) => index % 2 === 0)),
        [fixedIds.secondShop]: shop(orders.filter((_order, index) => index % 2 === 1)),
        [fixedIds.httpIntegration]: http,
      };
    case 'large':
      return {
        ...first,
        [fixedIds.httpIntegration]: {
          __integration_type__: 'http',
          rows: Array.from({ length: 1500 }, (_row, index) => ({
            index,
            text: `free form ${'x'.repeat(50)}`,
          })),
        },
      };
  }
}
