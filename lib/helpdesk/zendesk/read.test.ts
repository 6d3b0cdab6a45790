// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { ticketSchema } from '@/lib/ticket/ticket';
import { apiAnswering } from '@/test/support/api-answers';
import { createZendeskReader } from './read';

const open = {
  kind: 'ticket',
  helpdesk: 'zendesk',
  account: 'acme.zendesk.com',
  ticketId: '4711',
  url: 'https://acme.zendesk.com/agent/tickets/4711',
} as const;
const now = () => new Date('2026-11-24T09:00:00Z');
const { signal } = new AbortController();

const rosa = {
  id: 9001,
  name: 'Rosa Lind',
  email: 'rosa@example.net',
  role: 'end-user',
  locale: 'sv',
  phone: null,
  notes: '',
  user_fields: { orders: null },
};
const kim = {
  id: 501,
  name: 'Kim Berg',
  email: 'kim@acme.example',
  role: 'agent',
  locale: 'en-US',
  user_fields: {},
};
const ticket = {
  id: 4711,
  subject: 'Where is my parcel?',
  status: 'open',
  via: { channel: 'email', source: {} },
  requester_id: 9001,
  tags: ['shipping', 'vip'],
  custom_fields: [
    { id: 360001, value: 'AO-1001' },
    { id: 360002, value: null },
    { id: 360003, value: 'gift_wrap' },
  ],
  from_messaging_channel: false,
  updated_at: '2026-11-23T10:02:41Z',
  brand_id: 8,
  satisfaction_rating: { score: 'unoffered' },
};
const comment = (id: number, author: number, at: string, html: string, isPublic = true) => ({
  id,
  type: 'Comment',
  author_id: author,
  html_body: `<div class="zd-comment" dir="auto">${html}</div>`,
  plain_body: 'plain',
  body: 'plain',
  public: isPublic,
  created_at: at,
  attachments:
    id === 1
      ? [{ file_name: 'label.png', content_type: 'image/png', size: 20480, content_url: 'https://x.example' }]
      : [],
  metadata: { system: { ip_address: '203.0.113.5' } },
});
const comments = [
  comment(3, 501, '2026-11-22T08:00:00Z', '<p>Refund it if it is lost.</p>', false),
  comment(2, 501, '2026-11-21T08:00:00Z', '<p>It left us on Monday.</p>'),
  comment(
    1,
    9001,
    '2026-11-20T08:14:03Z',
    '<p>Hello, where is my order? I have been waiting for a week.</p>',
  ),
];
const fields = [
  { id: 360001, title: 'Order', type: 'text' },
  {
    id: 360003,
    title: 'Wrapping',
    type: 'tagger',
    custom_field_options: [{ name: 'Gift wrap', value: 'gift_wrap' }],
  },
];
const answers = {
  '/api/v2/tickets/4711.json': { body: { ticket, users: [rosa] } },
  '/api/v2/tickets/4711/comments.json': {
    body: { comments, users: [rosa, kim], meta: { has_more: false, after_cursor: 'x' } },
  },
  '/api/v2/users/me.json': { body: { user: kim } },
  '/api/v2/ticket_fields.json': { body: { ticket_fields: fields } },
};

async function read(over: Parameters<typeof apiAnswering>[0] = {}, reader = createZendeskReader()) {
  const api = apiAnswering({ ...answers, ...over });
  const result = await reader.readTicket(open, api.get, now, signal);
  return { result, asked: api.asked };
}

async function readOk(over: Parameters<typeof apiAnswering>[0] = {}) {
  const { result } = await read(over);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return ticketSchema.parse(result.value);
}

describe('a ticket of Zendesk', () => {
  it('is read with its conversation, customer, fields and who looks at it', async () => {
    const read = await readOk();
    expect(read).toMatchObject({
      id: '4711',
      subject: 'Where is my parcel?',
      channel: 'email',
      status: 'open',
      language: 'sv',
      agentName: 'Kim Berg',
      customer: { id: '9001', name: 'Rosa Lind', email: 'rosa@example.net', locale: 'sv', note: null },
      tags: ['shipping', 'vip'],
      updatedAt: '2026-11-23T10:02:41Z',
      readAt: '2026-11-24T09:00:00.000Z',
      gaps: [],
    });
    expect(
      read.messages.map(({ id, author, visibility, text }) => [id, author.role, visibility, text]),
    ).toEqual([
      ['1', 'customer', 'public', 'Hello, where is my order? I have been waiting for a week.'],
      ['2', 'agent', 'public', 'It left us on Monday.'],
      ['3', 'agent', 'internal', 'Refund it if it is lost.'],
    ]);
    expect(read.messages[0]?.attachments).toEqual([
      { name: 'label.png', contentType: 'image/png', sizeBytes: 20480 },
    ]);
    expect(read.customFields).toEqual([
      { id: '360001', label: 'Order', value: 'AO-1001' },
      { id: '360003', label: 'Wrapping', value: 'Gift wrap' },
    ]);
    expect(JSON.stringify(read)).not.toContain('203.0.113.5');
  });

  it('costs at most six requests, and fewer for the next one', async () => {
    const many = (path: string) => ({
      body: { comments, users: [rosa, kim], meta: { has_more: true, after_cursor: `${path.length}` } },
    });
    const reader = createZendeskReader();
    const first = await read({ '/api/v2/tickets/4711/comments.json': many }, reader);
    expect(first.asked).toHaveLength(6);
    expect(first.result).toMatchObject({ ok: true, value: { gaps: ['Older messages were not read.'] } });
    const second = await read({}, reader);
    expect(second.asked.filter((path) => /users\/me|ticket_fields/.test(path))).toEqual([]);
  });

  it('names an order that a field names, and tells the rest when a field holds it', async () => {
    expect((await readOk()).orders).toMatchObject([{ name: 'AO-1001', total: null, items: [] }]);
    const orders = JSON.stringify([
      { name: 'AO-1002', placed_at: '2026-11-12T09:00:00Z', currency: 'EUR', total: '10.00', items: [] },
      {
        name: 'AO-1001',
        placed_at: '2026-11-10T09:00:00Z',
        currency: 'EUR',
        total: '59.90',
        items: [{ title: 'Stove', quantity: 1, price: '59.90' }],
      },
    ]);
    const full = await readOk({
      '/api/v2/tickets/4711.json': { body: { ticket, users: [{ ...rosa, user_fields: { orders } }] } },
    });
    expect(full.orders.map(({ name, total }) => [name, total])).toEqual([
      ['AO-1001', '59.90'],
      ['AO-1002', '10.00'],
    ]);
    expect(full.provenance.orders).toBe('api');
  });

  it('asks for the requester when the ticket does not bring the user’s fields', async () => {
    const { user_fields: _, ...bare } = rosa;
    const { asked, result } = await read({
      '/api/v2/tickets/4711.json': { body: { ticket, users: [bare] } },
      '/api/v2/users/9001.json': { body: { user: { ...rosa, phone: '+46 70 000 00 00' } } },
    });
    expect(asked).toContain('/api/v2/users/9001.json');
    expect(result).toMatchObject({ ok: true, value: { customer: { phone: '+46 70 000 00 00' } } });
  });

  it('of a live conversation is read from its log', async () => {
    const events = [
      {
        id: 'B',
        type: 'Messaging::ConversationMessage',
        created_at: '2026-11-23T10:05:00Z',
        author: { type: 'agent', display_name: 'Kim' },
        content: { type: 'text', text: 'Looking.' },
      },
      {
        id: 'A',
        type: 'Messaging::ConversationMessage',
        created_at: '2026-11-23T10:00:00Z',
        author: { type: 'user', display_name: 'Rosa' },
        content: { type: 'text', text: 'any news?' },
      },
      {
        id: 'C',
        type: 'Comment',
        created_at: '2026-11-23T10:06:00Z',
        author: { type: 'agent', display_name: 'Kim' },
        content: { type: 'html', body: '<p>call the carrier</p>' },
        metadata: { public: false },
      },
      { id: 'D', type: 'ChannelChange', created_at: '2026-11-23T10:07:00Z' },
    ];
    const live = await readOk({
      '/api/v2/tickets/4711.json': {
        body: {
          ticket: { ...ticket, via: { channel: 'native_messaging' }, from_messaging_channel: true },
          users: [rosa],
        },
      },
      '/api/v2/tickets/4711/conversation_log.json': { body: { events, meta: { has_more: false } } },
    });
    expect(live.channel).toBe('messaging');
    expect(live.messages.map(({ id, author, visibility }) => [id, author.role, visibility])).toEqual([
      ['A', 'customer', 'public'],
      ['B', 'agent', 'public'],
      ['C', 'agent', 'internal'],
    ]);
  });

  it('is read without the agent’s name and field labels when those are refused', async () => {
    const read = await readOk({
      '/api/v2/users/me.json': { status: 403 },
      '/api/v2/ticket_fields.json': { status: 403 },
    });
    expect(read.agentName).toBeNull();
    expect(read.customFields[0]?.label).toBeNull();
  });

  it.each([
    ['signed out', { status: 401, body: { error: "Couldn't authenticate you" } }, { code: 'signed-out' }],
    ['shown a login page', { status: 200, body: null, contentType: 'text/html' }, { code: 'signed-out' }],
    ['led to the login page', { status: 302, body: null, contentType: '' }, { code: 'signed-out' }],
    ['forbidden', { status: 403 }, { code: 'forbidden' }],
    [
      'asked to wait',
      { status: 429, retryAfterSeconds: 12 },
      { code: 'rate-limited', retryAfterSeconds: 12 },
    ],
    [
      'asked to wait without saying how long',
      { status: 429 },
      { code: 'rate-limited', retryAfterSeconds: null },
    ],
    ['told of trouble', { status: 503, contentType: 'text/html' }, { code: 'server', status: 503 }],
    ['sent half an answer', { status: 200, body: null }, { code: 'not-json', status: 200 }],
  ])('is refused with its reason when we are %s', async (_what, answer, error) => {
    const { result } = await read({ '/api/v2/tickets/4711.json': answer });
    expect(result).toEqual({ ok: false, error });
  });

  it('in another shape is named by its path, without the value', async () => {
    const { result } = await read({
      '/api/v2/tickets/4711.json': { body: { ticket: { ...ticket, subject: { secret: 'words' } } } },
    });
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'unexpected-shape', path: '/api/v2/tickets/4711.json ticket subject' },
    });
    expect(JSON.stringify(result)).not.toContain('words');
  });
});

describe('the reply that was really sent', () => {
  it('is the newest comment of an agent after the insertion, by one request', async () => {
    const api = apiAnswering(answers);
    const reader = createZendeskReader();
    const found = await reader.findSentReply(open, '2026-11-21T07:00:00Z', api.get, signal);
    expect(found).toEqual({
      ok: true,
      value: {
        messageId: '3',
        text: 'Refund it if it is lost.',
        visibility: 'internal',
        sentAt: '2026-11-22T08:00:00Z',
      },
    });
    expect(api.asked).toHaveLength(1);
    expect(await reader.findSentReply(open, '2026-11-23T00:00:00Z', api.get, signal)).toEqual({
      ok: true,
      value: null,
    });
  });
});
