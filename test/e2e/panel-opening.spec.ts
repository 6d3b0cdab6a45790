import { expect, type Page, test } from '@playwright/test';
import { openStage, type PanelStage } from './support/panel-stage';

test.describe.configure({ mode: 'serial' });

let stage: PanelStage;
test.beforeAll(async () => {
  stage = await openStage('zendesk', { ticketId: 48201 });
});
test.afterAll(() => stage?.close());

/** How far things moved since the page was opened, as browsers count it (0: nothing moved; 0.1: it is felt). */
function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          const shifts = list.getEntries() as unknown as { value: number }[];
          resolve(shifts.reduce((sum, { value }) => sum + value, 0));
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        // Where nothing moved nothing is reported: what was buffered comes before two more frames are drawn.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
      }),
  );
}

test('opens with its frame, and nothing jumps when the ticket has been read', async () => {
  const { page, panel } = stage;
  await panel.page.close();
  for (let round = 0; round < 3; round += 1) {
    const opened = await stage.browser.openPanel(page);
    await expect(opened.getByText('Strong evidence')).toBeVisible();
    expect(await layoutShift(opened)).toBeLessThan(0.01);
    await opened.close();
  }
});
