import { expect, test } from '@playwright/test';
import type { Output } from '@/lib/rpc/contract';
import { turnInPage } from './support/helpdesk-page';
import { pageStage } from './support/page-stage';
import { randomFrom } from './support/random';

const tickets = [48201, 48203, 48206, 48209, 48210];

const stage = pageStage('zendesk', { seed: 11, options: { openTickets: tickets } });

type WatchedPart = Output<'page.watch'>;

function ticketOf(part: WatchedPart | undefined): string | null {
  return part?.type === 'open' && part.open.kind === 'ticket' ? part.open.ticketId : null;
}

for (const hidingMode of ['display', 'visibility', 'opacity'] as const) {
  for (const skin of [[], ['old-test-ids', 'div-tabs', 'no-is-active', 'no-channel']]) {
    test(`34 random switches, panes hidden by ${hidingMode}, skin ${skin.join(' ') || 'current'}: never the wrong ticket`, async () => {
      await stage.open(tickets[0] ?? 0, { hidingMode, skin, rerender: { min: 300, max: 900 } });
      await stage.calls.startWatching();
      const random = randomFrom(hidingMode.length * 7 + skin.length);
      let wrong = 0;
      for (let step = 0; step < 34; step += 1) {
        const id = tickets[random(tickets.length)] ?? 0;
        if (random(3) === 0) await turnInPage(stage.page, `/agent/tickets/${id}`);
        else
          await stage.page
            .locator(`[data-test-id="header-tab"][data-entity-id="${id}"]`)
            .evaluate((tab) => (tab as HTMLElement).click());
        // At once: what is said now may be old, unclear or new, but never a third ticket's reply box.
        const now = await stage.calls.call('composer.read', {});
        const address = /tickets\/(\d+)/.exec(stage.page.url())?.[1];
        if (now.found && now.ticketId !== address) wrong += 1;
        await expect.poll(stage.openTicket).toBe(`${id}`);
        await expect
          .poll(async () =>
            ticketOf((await stage.calls.watched()).filter(({ part }) => part.type === 'open').at(-1)?.part),
          )
          .toBe(`${id}`);
      }
      expect(wrong).toBe(0);
    });
  }
}

test('a switch of tickets is told within 300 ms', async () => {
  await stage.open(48201, { mountDelay: { min: 50, max: 800 } });
  await stage.calls.startWatching();
  const took: number[] = [];
  for (const id of [48203, 48209, 48210, 48206, 48201]) {
    const at = await stage.page.evaluate((ticketId) => {
      document
        .querySelector<HTMLElement>(`[data-test-id="header-tab"][data-entity-id="${ticketId}"]`)
        ?.click();
      return Date.now();
    }, id);
    await expect.poll(async () => ticketOf((await stage.calls.watched()).at(-1)?.part)).toBe(`${id}`);
    took.push(((await stage.calls.watched()).at(-1)?.at ?? Number.POSITIVE_INFINITY) - at);
  }
  // The best of five: what the extension waits for, not what a busy machine adds.
  expect(Math.min(...took)).toBeLessThanOrEqual(300);
});

test('a new message on screen and a press of the send button are told', async () => {
  await stage.open(48201, {});
  await expect(stage.page.locator('[data-test-id="omni-log-comment-item"]:visible').first()).toBeVisible();
  await stage.calls.startWatching();
  const types = async () => (await stage.calls.watched()).map(({ part }) => part.type);
  await expect.poll(types).toContain('open');
  stage.standin.receive(48201, {
    from: 'customer',
    visibility: 'public',
    at: '2026-11-24T10:00:00Z',
    text: 'Any news?',
  });
  await expect.poll(types).toContain('activity');
  await stage.page.locator('[data-test-id="submit_button-button"]:visible').click();
  await expect.poll(types).toContain('submitted');
});

test('the conversation on screen can be read without the API, and the API only by the listed paths', async () => {
  await stage.open(48203, {});
  const snapshot = () => stage.calls.call('page.snapshot', { ticketId: '48203' });
  await expect.poll(async () => (await snapshot())?.messages.length).toBe(4);
  expect((await snapshot())?.subject).toBe('Ma veste n’arrive pas');
  expect(await stage.calls.get('/api/v2/tickets/48203.json')).toMatchObject({
    ok: true,
    value: { status: 200 },
  });
  const me = await stage.calls.get('/api/v2/users/me.json');
  expect(JSON.stringify(me)).not.toContain('authenticity_token');
  for (const path of [
    '/agent/dashboard',
    '/api/v2/users/me/sessions.json',
    'https://example.org/api/v2/tickets/1.json',
    '//example.org/api/v2/tickets/1.json',
  ]) {
    expect(await stage.calls.get(path)).toEqual({ ok: false, error: 'refused-path' });
  }
});
