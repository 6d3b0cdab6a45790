import { expect, type Locator, type Page } from '@playwright/test';

/** What an agent does in the panel, by what is written on it. */
export function panelPage(panel: Page) {
  const button = (name: string | RegExp): Locator => panel.getByRole('button', { name });
  const insert = button(/^Insert (as public reply|as internal note|in chat|in the reply box|anyway)/);
  return {
    page: panel,
    insert,
    button,
    async tryDemoShop() {
      await button(/demo shop/i).click();
      await expect(button(/^Draft\b/).first()).toBeVisible();
    },
    /** Presses Draft and waits for a finished text. */
    async draft() {
      await button(/^Draft\b/)
        .first()
        .click();
      await expect(insert).toBeVisible();
      await expect(panel.locator('[aria-busy="true"]')).toHaveCount(0);
    },
    /** Inserts into an empty reply box and waits until it was read back. */
    async insertAndRead() {
      await insert.click();
      await expect(panel.getByText(/Read back: same text/)).toBeVisible();
    },
    /** Names of the footnotes in the draft: number, title, what they support. */
    async footnotes(): Promise<string[]> {
      const names = await panel
        .getByRole('textbox', { name: 'Draft reply' })
        .getByRole('button', { name: /^Footnote/ })
        .evaluateAll((chips) =>
          chips.map((chip) => chip.getAttribute('aria-label') ?? chip.textContent ?? ''),
        );
      return [...new Set(names)];
    },
    /** The draft's paragraphs and list items as they stand on screen, without footnotes and marks. */
    words(): Promise<string> {
      return panel.getByRole('textbox', { name: 'Draft reply' }).evaluate((editor) => {
        const copy = editor.cloneNode(true) as HTMLElement;
        for (const chip of copy.querySelectorAll('button, .ProseMirror-widget')) chip.remove();
        return [...copy.querySelectorAll('p')].map((block) => block.textContent).join('\n');
      });
    },
  };
}
