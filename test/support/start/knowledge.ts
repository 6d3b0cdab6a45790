import { expect } from '@playwright/test';
import type { ExtensionBrowser } from '../../e2e/support/extension';

/** Brings knowledge in the way a team lead does: the demo shop by its button, a folder by the picker. */
export async function importKnowledge(browser: ExtensionBrowser, dir: string | null): Promise<void> {
  const began = performance.now();
  const page = await browser.openWorkspace('#/import');
  if (dir === null) await page.getByRole('button', { name: 'Try the demo shop' }).click();
  else {
    await page.locator('[data-pick=folder]').setInputFiles(dir);
    await page.getByRole('button', { name: /^Apply/ }).click({ timeout: 60_000 });
  }
  await expect(page.getByText('You can draft now.')).toBeVisible({ timeout: 120_000 });
  const said = await page
    .getByText(/articles? (is|are) in\./)
    .first()
    .innerText();
  console.log(`Knowledge: ${said} ${Math.round(performance.now() - began)} ms`);
  await page.close();
}
