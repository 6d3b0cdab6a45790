import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** WCAG 2.2 AA and axe's best practice, without a violation; `name` says what was looked at. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page })
    // Its other mode opens a blank page beside this one, which takes the front and stalls the extension's page.
    .setLegacyMode(true)
    .withTags(rules)
    .analyze();
  expect(passes.length, name).toBeGreaterThan(10);
  expect(
    violations.map(
      ({ id, nodes }) => `${name}: ${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    ),
  ).toEqual([]);
}
