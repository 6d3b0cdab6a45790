import type { Page } from '@playwright/test';
import type { Standin } from '../../standin/contract';

/** A person's click on the helpdesk's own send button: a trusted one, as the browser makes it. */
export async function pressSend(page: Page, helpdesk: 'zendesk' | 'gorgias'): Promise<void> {
  await page.bringToFront();
  const button =
    helpdesk === 'zendesk'
      ? page.locator('[data-is-active="true"] [data-test-id="submit_button-button"]')
      : page.getByRole('button', { name: 'Send', exact: true });
  await button.click();
}

/** A person's click on the helpdesk's own switch from reply to internal note. */
export async function switchToNote(
  page: Page,
  helpdesk: 'zendesk' | 'gorgias',
  ticketId: number,
): Promise<void> {
  await page.bringToFront();
  if (helpdesk === 'gorgias') {
    await page.getByRole('button', { name: /internal note/i }).click();
    return;
  }
  const pane = page.locator(`[data-side-conversations-anchor-id="${ticketId}"]`);
  await pane.locator('[data-test-id="omnichannel-channel-switcher-button"]').click();
  await page.locator('[data-test-id="omnichannel-channel-switcher-menuitem-internal"]').click();
}

/** As a helpdesk turns to another view of its own: the address changes, and nothing is loaded anew. Gives when, in ms. */
export function turnInPage(page: Page, path: string): Promise<number> {
  return page.evaluate((to) => {
    history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
    return Date.now();
  }, path);
}

/** Waits by the page's own clock: whatever the page or a script in it had planned until then has run. */
export function passInPage(page: Page, ms: number): Promise<void> {
  return page.evaluate((wait) => new Promise((resolve) => setTimeout(resolve, wait)), ms);
}

export function pathOf(standin: Standin, ticketId: number): string {
  return new URL(standin.ticketUrl(ticketId)).pathname;
}
