import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { createClient } from '../core/client';
import { startServer } from '../core/server';
import { fixtureStore } from '../seed/fixture';
import { errorAnswer, listAnswer, messageAnswer } from './answer-schemas';
import { gorgias } from './helpdesk';
import { basic, signedIn } from './signed-in';

const agent = signedIn();

describe('writing a message', () => {
  const post = (body: unknown) => agent.client.send('POST', '/api/tickets/4711/messages', body, basic);
  const note = {
    channel: 'internal-note',
    via: 'api',
    public: false,
    from_agent: true,
    sender: { email: 'kim@acme-outdoor.example' },
    body_text: 'Checked with the carrier.',
  };
  const reply = { ...note, channel: 'email', public: true, body_text: 'It is on its way.' };

  it('keeps an internal note internal, and makes two of two', async () => {
    expect([(await post(note)).status, (await post(note)).status]).toEqual([201, 201]);
    const { messages } = await agent.readTicket();
    expect(
      messages.slice(2).map(({ public: isPublic, channel, body_text: text }) => [isPublic, channel, text]),
    ).toEqual([
      [false, 'internal-note', 'Checked with the carrier.'],
      [false, 'internal-note', 'Checked with the carrier.'],
    ]);
  });

  it('sends in its own time', async () => {
    agent.standin.set('sendDelayMs', 80);
    const created = messageAnswer.parse((await post(reply)).json());
    expect(created.sent_datetime).toBeNull();
    await expect
      .poll(async () => (await agent.readTicket()).messages.at(-1)?.sent_datetime, { timeout: 2000 })
      .toMatch(/^20/);
  });

  it('tells when sending failed', async () => {
    agent.standin.set('sendOutcome', 'failed');
    agent.standin.set('sendDelayMs', 0);
    await post(reply);
    const last = (await agent.readTicket()).messages.at(-1);
    expect(last?.sent_datetime).toBeNull();
    expect(last?.failed_datetime).toMatch(/^20/);
    expect(last?.last_sending_error).toEqual({ error: 'The mail server refused the message.' });
  });

  it('only records what carries its sent time', async () => {
    agent.standin.set('sendOutcome', 'failed');
    await post({ ...reply, sent_datetime: '2026-11-01T00:00:00Z' });
    expect((await agent.readTicket()).messages.at(-1)?.sent_datetime).toMatch(/^2026-11-01/);
  });

  it('names the missing fields', async () => {
    const answer = await post({ body_text: 'x' });
    const { error } = errorAnswer.parse(answer.json());
    expect([answer.status, Object.keys(error.data ?? {})]).toEqual([400, ['channel', 'via', 'from_agent']]);
  });

  it('makes a person of an unknown address', async () => {
    await post({ ...reply, from_agent: false, sender: { email: 'new@example.net' } });
    const found = await agent.client.get('/api/customers?email=new@example.net');
    expect(listAnswer(z.looseObject({ id: z.int() })).parse(found.json()).data).toHaveLength(1);
  });
});

describe('the page and its server', () => {
  it('serves the page under a strict policy, with class names that follow the seed', async () => {
    const page = await agent.client.get('/app/views/1204417/4711');
    expect(page.headers['content-security-policy']).toContain("script-src 'self';");
    expect(page.text).not.toMatch(/<script>/);
    const name = /MessageBubble--messageBubble_[a-z0-9]{5}/.exec(page.text)?.[0];
    const other = await startServer([gorgias], { store: fixtureStore, seed: 4 });
    const otherPage = await createClient(other.standin('gorgias')).get('/app/ticket/4711');
    await other.close();
    expect(name).toBeDefined();
    expect(otherPage.text).toContain('MessageBubble--messageBubble_');
    expect(otherPage.text).not.toContain(name);
  });

  it('stores what the page sends as a message of the agent, and says so in the oracle', async () => {
    const submit = (visibility: string, text: string, close: boolean) =>
      agent.client.send('POST', '/standin/tickets/4711/submit', {
        html: `<div>${text}</div>`,
        text,
        visibility,
        isTrusted: false,
        close,
      });
    agent.standin.set('sendDelayMs', 0);
    await submit('internal', 'a note', false);
    await submit('public', 'a reply', true);
    expect(agent.standin.submits()).toMatchObject([
      { ticketId: 4711, visibility: 'internal', text: 'a note', isTrusted: false },
      { ticketId: 4711, visibility: 'public', html: '<div>a reply</div>' },
    ]);
    const ticket = await agent.readTicket();
    expect(ticket.status).toBe('closed');
    expect(ticket.messages.slice(2)).toMatchObject([
      { from_agent: true, public: false, channel: 'internal-note', via: 'helpdesk', body_text: 'a note' },
      { from_agent: true, public: true, channel: 'email', body_html: '<div>a reply</div>' },
    ]);
    agent.standin.reset();
    expect([agent.standin.submits().length, (await agent.readTicket()).messages.length]).toEqual([0, 2]);
  });

  it('takes new messages', async () => {
    const before = await agent.readTicket();
    agent.standin.receive(4711, {
      from: 'customer',
      visibility: 'public',
      at: new Date().toISOString(),
      text: 'Hello?',
    });
    const after = await agent.readTicket();
    expect(after.messages.at(-1)?.body_text).toBe('Hello?');
    expect(after.updated_datetime).not.toBe(before.updated_datetime);
  });
});
