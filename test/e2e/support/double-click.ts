import { expect, type Locator, type Page } from '@playwright/test';

/** A double click as slow as a hand's: its second half comes, on the same spot, when `second` is already on screen. */
export async function slowDoubleClick(page: Page, first: Locator, second: Locator): Promise<void> {
  // Unlike a look at where it is, this waits until it stands still.
  await first.hover();
  await page.mouse.down({ clickCount: 1 });
  await page.mouse.up({ clickCount: 1 });
  await expect(second).toBeVisible();
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
}
