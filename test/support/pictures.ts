import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openStage, type PanelStage } from '../e2e/support/panel-stage';
import { projectRoot } from './source-tree';

/** Makes the pictures of the README from the build, the demo shop and one ticket: `npm run pictures [-- FOLDER]`. */
async function main(): Promise<void> {
  const folder = process.argv[2] ?? join(projectRoot, 'docs/pictures');
  mkdirSync(folder, { recursive: true });
  const save = (page: Page, name: string) =>
    page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  const stage = await openStage('zendesk', { ticketId: 48201, withDemoShop: false });
  try {
    await stage.panel.page.getByRole('button', { name: /demo shop/i }).waitFor();
    await save(stage.panel.page, 'first-run');
    await stage.panel.tryDemoShop();
    await picturePanel(stage, save);
    await pictureWorkspace(stage, save);
  } finally {
    await stage.close();
  }
}

type Save = (page: Page, name: string) => Promise<unknown>;

async function picturePanel({ panel }: PanelStage, save: Save): Promise<void> {
  const { page } = panel;
  await page.setViewportSize({ width: 380, height: 820 });
  await panel.draft();
  await page
    .getByRole('button', { name: /^Footnote \d+/ })
    .first()
    .waitFor();
  await save(page, 'panel-draft');
  await page.emulateMedia({ colorScheme: 'dark' });
  await save(page, 'panel-draft-dark');
  await page.emulateMedia({ colorScheme: 'light' });
}

async function pictureWorkspace({ browser }: PanelStage, save: Save): Promise<void> {
  const page = await browser.openWorkspace('#/articles');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.locator('tbody tr').first().waitFor();
  await save(page, 'workspace-articles');
}

await main();
