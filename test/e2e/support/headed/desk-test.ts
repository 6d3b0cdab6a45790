import { test } from '@playwright/test';
import { type Desk, openDesk } from './desk';

/** Tests at one desk: it is opened for the first of a worker's and closed after its last, whichever file they are in. */
export function testAtDesk(launch?: Parameters<typeof openDesk>[0]) {
  return test.extend<object, { desk: Desk }>({
    desk: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture stands on.
      async ({}, use) => {
        const desk = await openDesk(launch);
        await use(desk);
        console.log(desk.stopwatch.report());
        await desk.close();
      },
      { scope: 'worker', timeout: 600_000 },
    ],
  });
}

/** In Chromium. */
export const testInChromium = testAtDesk();
