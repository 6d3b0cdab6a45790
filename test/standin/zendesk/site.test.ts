import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { createClient } from '../core/client';
import { type StandinServer, startServer } from '../core/server';
import { fixtureStore } from '../seed/fixture';
import { loadSeed } from '../seed/load-seed';
import { zendesk } from './helpdesk';
import type { Boot } from './page/boot';
import { articleSchema, commentSchema, eventSchema, macroSchema, ticketSchema, userSchema } from './schemas';

const open: StandinServer[] = [];
async function start(seed: number, store = fixtureStore) {
  const server = await startServer([zendesk], { store, seed });
  open.push(server);
  return { standin: server.standin('zendesk'), client: createClient(server.standin('zendesk')) };
}
afterAll(async () => {
  for (const server of open) await server.close();
});

function bootOf(html: string): Boot {
  const block = /<script type="application\/json" id="boot">(.*?)<\/script>/s.exec(html)?.[1];
  return JSON.parse(block ?? '') as Boot;
}

describe('the page', () => {
  it('has class names that follow from the seed', async () => {
    const classes = async (seed: number) => {
      const { client } = await start(seed);
      return bootOf((await client.get('/agent/tickets/4711')).text).classes;
    };
    const first = await classes(1);
    expect(first.composer).toMatch(/^[a-z][a-z0-9]{6}$/);
    expect(await classes(1)).toEqual(first);
    expect((await classes(2)).composer).not.toBe(first.composer);
  });

  it('loads nothing but its own scripts and styles, and they are there', async () => {
    const { client } = await start(1);
    const { text } = await client.get('/agent/dashboard');
    const paths = [...text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(paths.length).toBeGreaterThanOrEqual(3);
    for (const path of paths) {
      const { status, headers } = await client.get(path);
      expect([path, status, /css|javascript/.test(headers['content-type'] ?? '')]).toEqual([path, 200, true]);
    }
  });

  it('passes options on at load', async () => {
    const { standin, client } = await start(1);
    standin.set('editor', 'older');
    standin.set('skin', ['div-tabs']);
    const { text } = await client.get('/agent/tickets/4711');
    expect(bootOf(text).options).toMatchObject({ editor: 'older', skin: ['div-tabs'] });
    expect(text).toContain('editor-older.css');
    standin.reset();
    expect(bootOf((await client.get('/agent/tickets/4711')).text).options.editor).toBe('current');
  });
});

describe('the demo store', () => {
  const store = loadSeed();
  let client: Awaited<ReturnType<typeof start>>['client'];
  beforeAll(async () => {
    ({ client } = await start(1, store));
    await client.get('/agent/dashboard');
  }, 60_000);
  const read = async (path: string) => (await client.get(`/api/v2/${path}`)).json();

  it('fits the schemas in each ticket, comment, event and requester', async () => {
    let comments = 0;
    let events = 0;
    for (const { id } of store.tickets) {
      const { ticket } = z.object({ ticket: ticketSchema }).parse(await read(`tickets/${id}.json`));
      const listed = z.object({ comments: z.array(commentSchema) });
      comments += listed.parse(await read(`tickets/${id}/comments.json`)).comments.length;
      const logged = z.object({ events: z.array(eventSchema) });
      events += logged.parse(await read(`tickets/${id}/conversation_log.json`)).events.length;
      z.object({ user: userSchema }).parse(await read(`users/${ticket.requester_id}.json`));
    }
    expect(comments).toBeGreaterThan(store.tickets.length);
    expect(events).toBeGreaterThan(store.tickets.length);
  });

  it('fits the schemas in each article and macro', async () => {
    const articles = z.object({ articles: z.array(articleSchema), count: z.number() });
    const { count } = articles.parse(await read('help_center/articles.json?per_page=100'));
    expect(count).toBe(store.articles.length);
    const macros = z.object({ macros: z.array(macroSchema) });
    const listed = macros.parse(await read('macros.json?per_page=100')).macros;
    expect(listed).toHaveLength(store.macros.length);
    expect(JSON.stringify(listed)).not.toContain('{{customer.');
  });
});
