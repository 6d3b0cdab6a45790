import { expect, type Locator, type Page } from '@playwright/test';

/** What an agent does in the panel, by what is written on it. */
export function panelPage(panel: Page) {
  const button = (name: string | RegExp): Locator => panel.getByRole('button', { name });
  return {
    page: panel,
    draftButton: button(/^Draft\b/),
    insertButton: button(/^Insert as|^Insert in/),
    editor: panel.getByRole('textbox', { name: 'Draft' }),
    /** Presses Draft and waits for a finished text. */
    async draft() {
      await button(/^Draft( reply)?\b/).first().click();
      await expect(this.insertButton).toBeEnabled({ timeout: 20_000 });
    },
    async waitForTicket(name: string | RegExp) {
      await expect(panel.getByRole('banner')).toContainText(name, { timeout: 15_000 });
    },
    async tryDemoShop() {
      await button(/demo shop/i).click();
      await expect(button(/demo shop/i)).toBeHidden({ timeout: 30_000 });
    },
  };
}

export type PanelPage = ReturnType<typeof panelPage>;
