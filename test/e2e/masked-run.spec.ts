import { expect, test } from '@playwright/test';
import type { SeedStore } from '../standin/contract';
import { loadSeed } from '../standin/seed/load-seed';
import { type SseServer, startSseServer, words } from '../support/sse-server';
import { setEndpoint as chooseEndpoint } from './support/endpoint';
import { helpdeskNames, openStage, type PanelStage } from './support/panel-stage';
import { identifiersOf } from './support/raw-identifiers';
import { changeSettings } from './support/settings';

test.describe.configure({ timeout: 600_000 });

/** Every ticket of the demo shop is drafted with a model, and nothing that names a person may be in what it was sent. */
for (const name of helpdeskNames) {
  test(`no request to a model holds a raw identifier of any demo ticket, in ${name}`, async () => {
    const store: SeedStore = loadSeed();
    let server: SseServer | null = null;
    let stage: PanelStage | null = null;
    try {
      server = await startSseServer({ openToPages: true });
      // Values come back into the draft, which is then read a second time: that request must be masked anew.
      server.chat(words('Hello [PERSON_1],\n\nwe never lose your things, [PERSON_1].\n\nKind regards'));
      stage = await openStage(name, { ticketId: store.tickets[0]!.id });
      await chooseEndpoint(stage.browser, server);
      await changeSettings(stage.browser, { secondReading: true });
      await expect(stage.panel.page.getByText(/Drafts go to house-12b/)).toBeVisible();
      let drafted = 0;
      for (const ticket of store.tickets) {
        await stage.turnTo(ticket.id);
        // Attachments alone give a model nothing to read, and no draft is offered.
        if (ticket.messages.every(({ text }) => text.trim() === '')) continue;
        const before = server.requests.length;
        await stage.panel.draft();
        await expect.poll(() => server!.requests.length, `ticket ${ticket.id}`).toBe(before + 2);
        drafted += 1;
        const identifiers = identifiersOf(ticket, store);
        expect(identifiers.length, `ticket ${ticket.id}`).toBeGreaterThan(2);
        const sent = server.requests.slice(before).map(({ body, path }) => `${path}\n${body}`);
        const found = identifiers.filter(({ isIn }) => sent.some(isIn)).map(({ value }) => value);
        expect(found, `ticket ${ticket.id}`).toEqual([]);
        expect(sent[1], `ticket ${ticket.id}`).toMatch(/S\d+: we never lose your things, \[PERSON_\d+\]/);
        // Orders stay readable: a request from which everything was taken would prove nothing.
        for (const request of sent) expect(request.length).toBeGreaterThan(1500);
      }
      expect(drafted).toBeGreaterThan(20);
      // Whatever else went out names nobody of the whole shop either, and every identifier was there to be found.
      const all = store.tickets.flatMap((ticket) => identifiersOf(ticket, store));
      expect(new Set(all.map(({ value }) => value)).size).toBeGreaterThan(80);
      const others = server.requests.filter(({ path }) => !path.endsWith('/chat/completions'));
      for (const { path, body } of others)
        expect(all.filter(({ isIn }) => isIn(path) || isIn(body)).map(({ value }) => value)).toEqual([]);
      await stage.panel.page.getByText(/\d+ values? masked/).waitFor();
    } finally {
      await stage?.close();
      await server?.close();
    }
  });
}
