import type { Page } from '@playwright/test';

/** A person's click on the helpdesk's own send button: a trusted one, as the browser makes it. */
export async function pressSend(page: Page, helpdesk: 'zendesk' | 'gorgias'): Promise<void> {
  await page.bringToFront();
  const button =
    helpdesk === 'zendesk'
      ? page.locator('[data-is-active="true"] [data-test-id="submit_button-button"]')
      : page.getByRole('button', { name: 'Send', exact: true });
  await button.click();
}
