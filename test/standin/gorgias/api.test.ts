import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { type Client, createClient } from '../core/client';
import {
  customerAnswer,
  errorAnswer,
  listAnswer,
  macroAnswer,
  messageAnswer,
  ticketRowAnswer,
} from './answer-schemas';
import { extraTickets } from './extras';
import { basic, signedIn } from './signed-in';

const agent = signedIn();

/** Several of the same shop as `integrations` has them. */
function ordersIn(integrations: z.infer<typeof customerAnswer>['integrations']) {
  return Object.values(integrations ?? {}).flatMap((each) =>
    each.__integration_type__ === 'shopify'
      ? (each.orders as { name: string }[]).map(({ name }) => name)
      : [],
  );
}

describe('a ticket', () => {
  it('carries all messages, the customer and the orders of the shop under their true names', async () => {
    const ticket = await agent.readTicket();
    expect(ticket.messages.map(({ public: isPublic, channel, via }) => [isPublic, channel, via])).toEqual([
      [true, 'email', 'email'],
      [false, 'internal-note', 'helpdesk'],
    ]);
    expect(ticket.messages[0]?.body_text).toContain('> Thank you for your order');
    expect(ticket.messages[0]?.stripped_text).toBe(
      'Hello,\n\nmy order AO-1001 has not arrived yet. Where is it?',
    );
    expect(ticket.customer).toMatchObject({
      firstname: 'Rosa',
      integrations: {
        5711: {
          orders: [
            {
              name: 'AO-1001',
              order_number: 1001,
              total_price: '129.80',
              created_at: '2026-11-10T10:00:00+01:00',
              line_items: [{ name: 'Trail Stove - steel', sku: 'TS-1', quantity: 2 }],
              fulfillments: [{ shipment_status: 'in_transit', tracking_number: 'PN123456789SE' }],
            },
          ],
        },
        29236: { __integration_type__: 'http' },
      },
    });
  });

  it('writes dates in four forms that mean the same', async () => {
    const ticket = await agent.readTicket();
    const dates = JSON.stringify(ticket).match(/"\d{4}-\d\d-\d\d[T ][^"]+"/g) ?? [];
    const forms = new Set(dates.map((date) => date.replace(/\d/g, '0')));
    expect(
      [...forms].filter((form) => !form.includes('+00:00"') || !form.includes('.')).length,
    ).toBeGreaterThan(1);
    expect(forms).toContain('"0000-00-00T00:00:00.000000+00:00"');
    expect(forms).toContain('"0000-00-00T00:00:00.000000"');
    expect(forms).toContain('"0000-00-00T00:00:00+00:00"');
    expect(forms).toContain('"0000-00-00 00:00:00.000000+00:00"');
    expect(await agent.readTicket()).toEqual(ticket);
  });

  it('gives custom fields only when asked', async () => {
    const path = '/api/tickets/4711';
    expect(await agent.readTicket()).not.toHaveProperty('custom_fields');
    expect((await agent.client.get(`${path}?relationships=custom_fields`)).json()).toMatchObject({
      custom_fields: { 9101: { value: 'AO-1001' } },
    });
    expect((await agent.client.get(`${path}/custom-fields`)).json()).toMatchObject({
      data: [{ field: { id: 9101, label: 'Order number' }, value: 'AO-1001' }, {}],
    });
  });

  it.each([
    ['absent', undefined],
    ['empty', {}],
  ] as const)('may come with integrations %s', async (shape, expected) => {
    agent.standin.set('integrations', shape);
    expect((await agent.readTicket()).customer.integrations).toEqual(expected);
  });

  it('may come with several shops, with none, or with 120 kB of free form', async () => {
    agent.standin.set('integrations', 'several');
    const several = (await agent.readTicket()).customer.integrations;
    expect(Object.keys(several ?? {})).toEqual(['5711', '5712', '29236']);
    expect(ordersIn(several)).toEqual(['AO-1001']);
    agent.standin.set('integrations', 'http');
    expect(ordersIn((await agent.readTicket()).customer.integrations)).toEqual([]);
    agent.standin.set('integrations', 'large');
    const large = await agent.client.get('/api/customers/990214');
    expect(large.text.length).toBeGreaterThan(100_000);
    expect(ordersIn(customerAnswer.parse(large.json()).integrations)).toEqual(['AO-1001']);
  });

  it('keeps to its shape in the hard cases', async () => {
    agent.standin.set('extras', true);
    agent.standin.set('rateLimit', 1000);
    const tickets = await Promise.all(Object.values(extraTickets).map(agent.readTicket));
    const of = (id: number) => tickets.find((ticket) => ticket.id === id);
    expect(of(extraTickets.messages250)?.messages).toHaveLength(250);
    expect(of(extraTickets.noteLast)?.messages.at(-1)?.public).toBe(false);
    expect(of(extraTickets.unknownChannel)).toMatchObject({ channel: 'carrier-pigeon', via: 'hologram' });
    expect(of(extraTickets.emailNull)?.customer.email).toBeNull();
    expect(of(extraTickets.trashed)?.trashed_datetime).not.toBeNull();
    expect(of(extraTickets.snoozed)).toMatchObject({ status: 'closed' });
    const stripped = new Set(
      of(extraTickets.messages25)?.messages.map(({ stripped_text: text }) => text && 'text'),
    );
    expect(stripped).toEqual(new Set(['text', null, '']));
    expect(of(extraTickets.strippedNull)?.messages[0]).toMatchObject({ stripped_text: null });
  });
});

describe('lists', () => {
  it('shows the history of a customer without bodies', async () => {
    const path = '/api/tickets?customer_id=990214&order_by=updated_datetime:desc&limit=10';
    const list = listAnswer(ticketRowAnswer).parse((await agent.client.get(path)).json());
    expect(list.data.map(({ id, messages_count: count }) => [id, count])).toEqual([
      [4712, 1],
      [4711, 2],
    ]);
    expect(list.data[0]).not.toHaveProperty('messages');
  });

  it('walks messages by an opaque cursor, newest first', async () => {
    agent.standin.set('extras', true);
    const ids: number[] = [];
    let cursor: string | null = '';
    let pages = 0;
    while (cursor !== null) {
      const path = `/api/messages?ticket_id=${extraTickets.messages250}&limit=100${cursor && `&cursor=${cursor}`}`;
      const page = listAnswer(messageAnswer).parse((await agent.client.get(path)).json());
      ids.push(...page.data.map(({ id }) => id));
      cursor = page.meta.next_cursor;
      pages += 1;
    }
    expect([pages, ids.length, new Set(ids).size]).toEqual([3, 250, 250]);
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
    const older = listAnswer(messageAnswer).parse(
      (await agent.client.get('/api/tickets/4711/messages')).json(),
    );
    expect(older.data.map(({ from_agent: isAgent }) => isAgent)).toEqual([false, true]);
  });

  it('gives macros with Gorgias own variables', async () => {
    const list = listAnswer(macroAnswer).parse((await agent.client.get('/api/macros?languages=en')).json());
    expect(list.data).toMatchObject([
      {
        name: 'Shipping::Delay',
        intent: 'shipping/status',
        actions: [
          { name: 'addTags', arguments: { tags: 'shipping-status, macro' } },
          {
            name: 'setResponseText',
            arguments: {
              body_text:
                'Hi {{ticket.customer.firstname}},\n\nyour order {{ticket.customer.integrations.shopify.orders[0].name}} is on its way.\n\n{{current_user.name}}',
            },
          },
        ],
      },
    ]);
    expect((await agent.client.get('/api/macros?order_by=relevance')).status).toBe(400);
    expect((await agent.client.get('/api/macros?order_by=relevance&ticket_id=4711')).status).toBe(200);
  });

  it('finds a customer by address and knows the account', async () => {
    const found = listAnswer(customerAnswer).parse(
      (await agent.client.get('/api/customers?email=jonas@example.org')).json(),
    );
    expect(found.data.map(({ name }) => name)).toEqual(['Jonas Weber']);
    expect((await agent.client.get('/api/account')).json()).toMatchObject({ domain: 'acme-outdoor' });
    expect((await agent.client.get('/api/custom-fields?object_type=Ticket')).json()).toMatchObject({
      data: [{ label: 'Order number' }, { label: 'Contact reason' }],
    });
    expect((await agent.client.get('/api/satisfaction-surveys')).json()).toEqual([]);
  });
});

describe('access', () => {
  it('lets the cookie read and never write', async () => {
    expect((await agent.client.get('/api/tickets/4711')).status).toBe(200);
    const write = await agent.client.send('POST', '/api/tickets/4711/tags', { names: ['x'] });
    expect([write.status, errorAnswer.parse(write.json())]).toEqual([403, { error: { msg: 'Forbidden.' } }]);
    agent.standin.set('signedOut', true);
    expect((await agent.client.get('/api/tickets/4711')).status).toBe(401);
    expect((await agent.client.get('/app/ticket/4711')).headers.location).toBe('/login');
  });

  it('takes the API key for everything and refuses strangers and wrong keys', async () => {
    const stranger = createClient(agent.standin);
    const refused = await stranger.get('/api/account');
    expect([refused.status, refused.json()]).toEqual([401, { error: { msg: 'Unauthorized.' } }]);
    expect((await stranger.get('/api/account', { authorization: 'Basic a2ltOnh4' })).status).toBe(401);
    expect((await stranger.get('/api/account', basic)).status).toBe(200);
    const added = await stranger.send('POST', '/api/tickets/4711/tags', { names: ['x'] }, basic);
    expect([added.status, (await agent.readTicket()).tags.map(({ name }) => name)]).toEqual([
      201,
      ['shipping', 'x'],
    ]);
    const replaced = await stranger.send('PUT', '/api/tickets/4711/tags', { names: ['y'] }, basic);
    expect([replaced.status, (await agent.readTicket()).tags.map(({ name }) => name)]).toEqual([202, ['y']]);
  });

  it('counts in a header and answers 429 with Retry-After beyond the limit', async () => {
    agent.standin.set('rateLimit', 3);
    const answers: Awaited<ReturnType<Client['get']>>[] = [];
    for (let index = 0; index < 4; index += 1) answers.push(await agent.client.get('/api/account'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers.map(({ headers }) => headers['x-gorgias-account-api-call-limit'])[0]).toBe('1/3');
    expect(Number(answers[3]?.headers['retry-after'])).toBeGreaterThan(0);
    expect(errorAnswer.safeParse(answers[3]?.json()).success).toBe(true);
  });
});

describe('errors', () => {
  it.each([
    ['GET', '/api/tickets/1', 404],
    ['GET', '/api/nothing', 404],
    ['POST', '/api/account', 405],
    ['GET', '/api/stats/overview', 400],
    ['GET', '/api/tickets?limit=101', 400],
    ['GET', '/api/tickets?cursor=nonsense', 400],
  ] as const)('%s %s is %i as JSON', async (method, path, status) => {
    const answer = await (method === 'GET'
      ? agent.client.get(path, basic)
      : agent.client.send(method, path, {}, basic));
    expect(answer.status).toBe(status);
    expect(errorAnswer.safeParse(answer.json()).success).toBe(true);
  });

  it('answers an unknown account with a page', async () => {
    const answer = await agent.client.get('/api/tickets/4711', { host: 'nobody.gorgias.com' });
    expect([answer.status, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  });

  it('obeys planned faults', async () => {
    agent.standin.fault({
      path: /tickets\/4711/,
      nth: 2,
      kind: { type: 'status', status: 502, body: '<h1>502</h1>' },
    });
    agent.standin.fault({ path: /tickets\/4711/, nth: 3, kind: { type: 'truncate' } });
    agent.standin.fault({ path: /tickets\/4711/, nth: 4, kind: { type: 'login' } });
    const answers: Awaited<ReturnType<Client['get']>>[] = [];
    for (let index = 0; index < 4; index += 1) answers.push(await agent.client.get('/api/tickets/4711'));
    expect(answers.map(({ status }) => status)).toEqual([200, 502, 200, 302]);
    expect(() => answers[2]?.json()).toThrow(SyntaxError);
  });

  it('refuses an option that does not exist or does not fit', () => {
    expect(() => agent.standin.set('compozer', 'draft')).toThrow(/compozer/);
    expect(() => agent.standin.set('composer', 'word')).toThrow(/composer/);
    expect(() => agent.standin.set('openTicket', 1)).toThrow(/no ticket 1/);
  });
});
