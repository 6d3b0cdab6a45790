import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Client, createClient } from '../core/client';
import { type StandinServer, startServer } from '../core/server';
import { fixtureStore } from '../seed/fixture';
import { extraTickets } from './extras';
import { zendesk as definition } from './helpdesk';
import {
  articleResultSchema,
  articleSchema,
  commentSchema,
  cursorFields,
  eventSchema,
  macroSchema,
  meSchema,
  offsetFields,
  ticketSchema,
  userSchema,
} from './schemas';

let server: StandinServer;
let client: Client;
let token: string;
const zendesk = () => server.standin('zendesk');

beforeAll(async () => {
  server = await startServer([definition], { store: fixtureStore, seed: 5 });
}, 60_000);
afterAll(() => server.close());
beforeEach(async () => {
  client = createClient(zendesk());
  await client.get('/agent/tickets/4711');
  token = me(await read('/api/v2/users/me.json')).authenticity_token;
});
afterEach(() => zendesk().reset());

async function read(path: string): Promise<unknown> {
  const answer = await client.get(path);
  expect(answer.status, path).toBe(200);
  return answer.json();
}
const me = (body: unknown) => z.strictObject({ user: meSchema }).parse(body).user;
const put = (id: number, ticket: Record<string, unknown>, headers = { 'x-csrf-token': token }) =>
  client.send('PUT', `/api/v2/tickets/${id}.json`, { ticket }, headers);
const parseTicket = (body: unknown) => z.object({ ticket: ticketSchema }).parse(body).ticket;

describe('session', () => {
  it('is set by the page as an HttpOnly, SameSite=Lax cookie', async () => {
    const answer = await createClient(zendesk()).get('/agent/dashboard');
    expect(answer.headers['set-cookie']).toMatch(
      /_zendesk_session=\w+; Path=\/; Secure; HttpOnly; SameSite=Lax/,
    );
    expect(answer.headers['content-security-policy']).toContain("script-src 'self'");
  });

  it('answers a stranger with 401, and with nobody on users/me', async () => {
    const stranger = createClient(zendesk());
    const refused = await stranger.get('/api/v2/tickets/4711.json');
    expect([refused.status, refused.json()]).toEqual([401, { error: "Couldn't authenticate you" }]);
    const nobody = await stranger.get('/api/v2/users/me.json');
    expect(nobody.json()).toMatchObject({ user: { id: null, role: 'end-user' } });
  });

  it('ends when signed out, and the page sends to the login', async () => {
    zendesk().set('signedOut', true);
    expect((await client.get('/api/v2/tickets/4711.json')).status).toBe(401);
    expect((await client.get('/agent/tickets/4711')).headers.location).toBe('/access/unauthenticated');
  });

  it('says that a light agent may only write notes', async () => {
    zendesk().set('lightAgent', true);
    expect(me(await read('/api/v2/users/me.json')).only_private_comments).toBe(true);
    expect((await put(4711, { comment: { html_body: '<p>x</p>', public: true } })).status).toBe(403);
    expect((await put(4711, { comment: { html_body: '<p>x</p>', public: false } })).status).toBe(200);
  });
});

describe('tickets', () => {
  it('carry the fields of the specification and the sideloads asked for', async () => {
    const body = await read('/api/v2/tickets/4711.json?include=users,groups,organizations');
    const shape = z.strictObject({
      ticket: ticketSchema,
      users: z.array(userSchema),
      groups: z.array(z.object({ id: z.number() })),
      organizations: z.array(z.unknown()),
    });
    const { ticket, users } = shape.parse(body);
    expect(ticket).toMatchObject({ subject: 'Where is my parcel?', via: { channel: 'email' } });
    expect(users.map(({ name }) => name)).toEqual(['Rosa Lind', 'Kim Berg']);
    expect(await read('/api/v2/tickets/4711')).toMatchObject({ ticket: { id: 4711 } });
  });

  it('carry orders in custom fields and in the user field of the requester', async () => {
    const { custom_fields: fields } = parseTicket(await read('/api/v2/tickets/4711.json'));
    expect(fields.find(({ id }) => id === 360001)?.value).toBe('AO-1001');
    expect(fields.find(({ id }) => id === 360002)?.value).toContain(
      'Item: 2 x Trail Stove | steel | TS-1 | 64.90',
    );
    const { user } = z.object({ user: userSchema }).parse(await read('/api/v2/users/9001.json'));
    expect(JSON.parse(user.user_fields.orders ?? '')).toMatchObject([
      { name: 'AO-1001', total: '129.80', shipments: [{ tracking_number: 'PN123456789SE' }] },
    ]);
    const titles = (await read('/api/v2/ticket_fields.json')) as {
      ticket_fields: { id: number; title: string }[];
    };
    expect(titles.ticket_fields.find(({ id }) => id === 360001)?.title).toBe('Order');
  });

  it('list comments oldest first, or newest first when asked in either style', async () => {
    const comments = async (query: string) => {
      const shape = z.object({ comments: z.array(commentSchema) });
      return shape.parse(await read(`/api/v2/tickets/4711/comments.json?${query}`)).comments;
    };
    expect((await comments('')).map((comment) => comment.public)).toEqual([true, false]);
    expect((await comments('page[size]=100&sort=-created_at')).map((comment) => comment.public)).toEqual([
      false,
      true,
    ]);
    expect((await comments('sort_order=desc')).map((comment) => comment.public)).toEqual([false, true]);
    const [first] = await comments('include=users');
    expect(first?.html_body).toContain('<blockquote class="gmail_quote"');
    expect(first?.attachments[0]?.file_name).toBe('label.png');
  });

  it('page 160 comments by cursor without gap or repetition', async () => {
    zendesk().set('extras', true);
    const page = z.strictObject({ comments: z.array(commentSchema), ...cursorFields });
    const seen: number[] = [];
    let next: string | null = `/api/v2/tickets/${extraTickets.long}/comments.json?page%5Bsize%5D=70`;
    let pages = 0;
    while (next) {
      const body: z.infer<typeof page> = page.parse(await read(next));
      seen.push(...body.comments.map(({ id }) => id));
      next = body.links.next?.replace(`https://${zendesk().host}`, '') ?? null;
      expect(body.meta.has_more).toBe(next !== null);
      pages += 1;
    }
    expect([pages, new Set(seen).size]).toEqual([3, 160]);
  });

  it('page by offset, and refuse to go too deep', async () => {
    zendesk().set('extras', true);
    const shape = z.strictObject({ comments: z.array(commentSchema), ...offsetFields });
    const path = `/api/v2/tickets/${extraTickets.long}/comments.json`;
    const body = shape.parse(await read(`${path}?page=2&per_page=100`));
    expect([body.comments.length, body.count, body.next_page]).toEqual([60, 160, null]);
    const deep = await client.get(`${path}?page=102&per_page=100`);
    expect([deep.status, deep.json()]).toMatchObject([400, { errors: [{ code: 'InvalidPaginationDepth' }] }]);
  });

  it('hide a live conversation from comments and show it in the conversation log', async () => {
    const comments = (await read('/api/v2/tickets/4713/comments.json')) as { comments: unknown[] };
    expect(comments.comments).toHaveLength(1);
    const shape = z.strictObject({ events: z.array(eventSchema), ...cursorFields });
    const { events } = shape.parse(await read('/api/v2/tickets/4713/conversation_log.json'));
    const messages = events.filter(({ type }) => type === 'Messaging::ConversationMessage');
    expect(messages.map(({ author }) => author.type)).toEqual(['user', 'bot']);
    expect(events.some(({ type }) => type === 'Messaging::UnheardOfEvent')).toBe(true);
  });

  it('are found by requester and by search, which lags', async () => {
    const requested = (await read(
      '/api/v2/users/9001/tickets/requested.json?sort_by=created_at&sort_order=desc',
    )) as {
      tickets: { id: number }[];
    };
    expect(requested.tickets.map(({ id }) => id)).toEqual([4712, 4711]);
    const query = `/api/v2/search.json?query=${encodeURIComponent('type:ticket requester:9001')}`;
    expect(await read(query)).toMatchObject({ count: 2, facets: null });
    zendesk().set('searchLagMs', 60_000);
    await put(4711, { comment: { html_body: '<p>x</p>', public: false } });
    expect(await read(query)).toMatchObject({ count: 1 });
    const invalid = await client.get('/api/v2/search.json?query=x&page=11&per_page=100');
    expect([invalid.status, invalid.json()]).toMatchObject([422, { error: 'invalid' }]);
  });
});

describe('writes', () => {
  it('need the token of the session', async () => {
    const refused = await put(
      4711,
      { comment: { html_body: '<p>x</p>', public: false } },
      { 'x-csrf-token': 'old' },
    );
    expect(refused.status).toBe(403);
    zendesk().set('rotateCsrf', true);
    expect((await put(4711, { status: 'pending' })).status).toBe(403);
  });

  it('store a comment and answer with ticket and audit', async () => {
    const answer = await put(4711, {
      comment: { html_body: '<p>Hi <b>Rosa</b></p>', public: true },
      status: 'pending',
    });
    expect(answer.status).toBe(200);
    const shape = z.strictObject({ ticket: ticketSchema, audit: z.object({ events: z.array(z.unknown()) }) });
    expect(shape.parse(answer.json()).ticket.status).toBe('pending');
    const after = (await read('/api/v2/tickets/4711/comments.json')) as { comments: { body: string }[] };
    expect(after.comments.at(-1)?.body).toBe('Hi Rosa');
  });

  it('conflict on a stale stamp when safe_update is given, with any value', async () => {
    const stale = { updated_stamp: '2020-01-01T00:00:00Z', safe_update: false, status: 'pending' };
    const answer = await put(4711, stale);
    expect([answer.status, answer.json()]).toMatchObject([409, { error: 'UpdateConflict' }]);
    const { updated_at: stamp } = parseTicket(await read('/api/v2/tickets/4711.json'));
    expect((await put(4711, { ...stale, updated_stamp: stamp })).status).toBe(200);
  });

  it('are refused on a closed ticket and on one that is not there', async () => {
    const closed = await put(4714, { status: 'open' });
    expect([closed.status, closed.json()]).toMatchObject([
      422,
      { error: 'RecordInvalid', details: { status: [{}] } },
    ]);
    const absent = await put(1, { status: 'open' });
    expect([absent.status, absent.json()]).toMatchObject([404, { error: 'RecordNotFound' }]);
    expect((await client.get('/api/v2/nothing.json')).json()).toMatchObject({ error: 'InvalidEndpoint' });
  });

  it('stop at the limit per ticket', async () => {
    zendesk().set('updateLimit', 2);
    const statuses = [];
    for (let index = 0; index < 3; index += 1) statuses.push((await put(4711, { status: 'open' })).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  it('are stored even when the connection drops afterwards', async () => {
    zendesk().fault({ path: /tickets\/4711\.json/, nth: 1, kind: { type: 'reset' } });
    await expect(put(4711, { comment: { html_body: '<p>once</p>', public: false } })).rejects.toThrow();
    const after = (await read('/api/v2/tickets/4711/comments.json')) as { comments: { body: string }[] };
    expect(after.comments.at(-1)?.body).toBe('once');
  });

  it('create a ticket once per idempotency key', async () => {
    const create = (subject: string) =>
      client.send(
        'POST',
        '/api/v2/tickets.json',
        { ticket: { subject, comment: { body: 'x' } } },
        { 'x-csrf-token': token, 'idempotency-key': 'k1' },
      );
    expect((await create('a')).headers['x-idempotency-lookup']).toBe('miss');
    expect((await create('a')).headers['x-idempotency-lookup']).toBe('hit');
    expect((await create('b')).json()).toMatchObject({ error: 'IdempotentRequestError' });
  });
});

describe('macros', () => {
  it('are listed in the shape of the specification and rendered for a ticket', async () => {
    const shape = z.strictObject({ macros: z.array(macroSchema), ...offsetFields });
    const { macros } = shape.parse(await read('/api/v2/macros/active.json?per_page=100'));
    expect(macros.map(({ title }) => title)).toEqual(['Shipping::Delay']);
    const preview = (await read('/api/v2/tickets/4711/macros/25/apply.json')) as {
      result: { ticket: { comment: { body: string } } };
    };
    expect(preview.result.ticket.comment.body).toBe(
      'Hi Rosa,\n\nyour order AO-1001 is on its way.\n\nKim Berg',
    );
    expect(await read('/api/v2/macros/25/apply.json')).toMatchObject({
      result: { ticket: { status: 'pending' } },
    });
    expect(parseTicket(await read('/api/v2/tickets/4711.json')).status).toBe('open');
  });
});

describe('help centre', () => {
  it('wants the ending .json', async () => {
    expect((await client.get('/api/v2/help_center/en-us/articles')).status).toBe(415);
  });

  it('lists articles, restricted ones and drafts included, in both pagination styles', async () => {
    zendesk().set('extras', true);
    const counters = { page: z.number(), page_count: z.number(), per_page: z.number() };
    const offset = z.object({ articles: z.array(articleSchema), ...offsetFields, ...counters });
    const { articles, per_page: perPage } = offset.parse(
      await read('/api/v2/help_center/en-us/articles.json'),
    );
    expect(perPage).toBe(30);
    expect(articles.map(({ draft, user_segment_id: segment }) => [draft, segment])).toEqual([
      [false, null],
      [false, 99],
      [true, null],
    ]);
    const cursor = z.strictObject({ articles: z.array(articleSchema), ...cursorFields });
    const first = cursor.parse(await read('/api/v2/help_center/articles.json?page[size]=2'));
    expect([first.articles.length, first.meta.has_more]).toEqual([2, true]);
    expect(articles[0]?.body).toContain('<li>unused</li>');
  });

  it('tells what changed since a time', async () => {
    const since = Date.parse('2026-10-01T12:00:00Z') / 1000;
    const body = (await read(`/api/v2/help_center/incremental/articles.json?start_time=${since}`)) as {
      articles: { title: string }[];
      end_time: number;
    };
    expect(body.articles.map(({ title }) => title)).toEqual(['Goodwill credit']);
    expect(body.end_time).toBe(Date.parse('2026-10-02T00:00:00Z') / 1000);
  });

  it('searches with marked snippets', async () => {
    const shape = z.object({ results: z.array(articleResultSchema) });
    const { results } = shape.parse(await read('/api/v2/help_center/articles/search.json?query=days'));
    expect(results[0]?.snippet).toContain('<em>days</em>');
    expect((await client.get('/api/v2/help_center/articles/search.json')).json()).toMatchObject({
      error: { title: 'Invalid attribute' },
    });
  });

  it('shows public articles to everybody and restricted ones to the agent only', async () => {
    const stranger = createClient(zendesk());
    expect((await stranger.get('/hc/en-us/articles/7700-Returns')).text).toContain('30 days');
    expect((await stranger.get('/hc/en-us/articles/7701-Goodwill-credit')).status).toBe(404);
    expect((await client.get('/hc/en-us/articles/7701-Goodwill-credit')).text).toContain('15 EUR');
  });
});

describe('limits and faults', () => {
  it('carries the rate on each answer and refuses beyond it in three forms', async () => {
    zendesk().set('limitAnswer', 'rotate');
    zendesk().set('rateLimit', 1);
    const first = await client.get('/api/v2/users/me.json');
    expect(first.headers).toMatchObject({ 'x-rate-limit': '1', 'x-rate-limit-remaining': '0' });
    const answers = [];
    for (let index = 0; index < 3; index += 1) answers.push(await client.get('/api/v2/users/me.json'));
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 429]);
    expect(answers.map(({ text }) => text.length > 0)).toEqual([true, false, true]);
    expect(answers.map(({ headers }) => 'retry-after' in headers)).toEqual([true, true, false]);
  });

  it('redirects to a login page that is HTML with 200', async () => {
    zendesk().fault({ path: /users\/me/, nth: 1, kind: { type: 'login' } });
    const { headers } = await client.get('/api/v2/users/me.json');
    const login = await client.get(headers.location ?? '');
    expect([login.status, login.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  });

  it('refuses an option that does not exist or does not fit', () => {
    expect(() => zendesk().set('hidingmode', 'opacity')).toThrow(/hidingmode/);
    expect(() => zendesk().set('hidingMode', 'gone')).toThrow(/hidingMode/);
  });
});

describe('the submit of the page', () => {
  it('is recorded with what the model held and becomes a comment', async () => {
    const body = {
      html: '<p>Hi</p>',
      text: 'Hi',
      visibility: 'internal',
      isTrusted: false,
      status: 'solved',
    };
    expect((await client.send('POST', '/standin/tickets/4711/submit', body)).status).toBe(200);
    expect(zendesk().submits()).toMatchObject([
      { ticketId: 4711, visibility: 'internal', html: '<p>Hi</p>', isTrusted: false },
    ]);
    const after = (await read('/api/v2/tickets/4711/comments.json')) as { comments: { public: boolean }[] };
    expect(after.comments.at(-1)).toMatchObject({ author_id: 501, public: false, body: 'Hi' });
    expect(parseTicket(await read('/api/v2/tickets/4711.json')).status).toBe('solved');
  });

  it('moves updated_at when a customer writes', async () => {
    const before = parseTicket(await read('/api/v2/tickets/4711.json')).updated_at;
    zendesk().receive(4711, {
      from: 'customer',
      visibility: 'public',
      at: new Date().toISOString(),
      text: 'Hm?',
    });
    expect(parseTicket(await read('/api/v2/tickets/4711.json')).updated_at > before).toBe(true);
  });
});
