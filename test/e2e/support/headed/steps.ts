import { expect } from '@playwright/test';
import type { Standin } from '../../../standin/contract';
import type { SeenPage } from './contract';
import type { Desk } from './desk';
import type { HelpdeskView } from './helpdesk-view';

/** The agent writes two lines into the reply box and leaves the caret behind the first. */
export async function writeHalf(desk: Desk, view: HelpdeskView, ticketId: number): Promise<void> {
  const { browser } = desk;
  await browser.click(view.composer(ticketId));
  await browser.display.type('First line');
  await browser.display.press('Return');
  await browser.display.type('Second line');
  await browser.display.press('Up', 'End');
  await expect
    .poll(async () => (await desk.readModel(view, ticketId)).lines)
    .toEqual(['First line', 'Second line']);
}

export function expectOnlyReading({ audit }: Standin): void {
  const calls = audit().filter(({ path }) => path.startsWith('/api/'));
  expect(calls.length).toBeGreaterThan(0);
  expect(calls.filter(({ method }) => method !== 'GET')).toEqual([]);
}

/** Clicks, keys and sent forms that a script makes instead of a person; `readScripted` gives their names. */
export async function watchScripted(tab: SeenPage): Promise<void> {
  await tab.evaluate(() => {
    const seen: string[] = [];
    (window as never as { scripted: string[] }).scripted = seen;
    for (const type of ['click', 'mousedown', 'pointerdown', 'keydown', 'submit'])
      window.addEventListener(type, ({ isTrusted }) => !isTrusted && seen.push(type), true);
  });
}

export function readScripted(tab: SeenPage): Promise<string[]> {
  return tab.evaluate(() => (window as never as { scripted: string[] }).scripted);
}
