import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ExtensionBrowser, launchExtension } from '../../e2e/support/extension';
import { changeSettings, keepEndpointKey, keepPanelOpen } from '../../e2e/support/settings';
import { loadSeed } from '../../standin/seed/load-seed';
import { type Standins, startStandins } from '../../standin/start';
import { importKnowledge } from './knowledge';
import { doMainJob } from './main-job';
import { readOptions, type StartOptions } from './options';
import { printJob } from './print';

/**
 * The main job for all to see: both helpdesks, the extension in a browser, knowledge brought in, a ticket drafted,
 * inserted and sent by a click. Stays open for trying when there is a display. Ctrl-C ends everything.
 */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  build();
  const store = loadSeed(options.dataDir ?? undefined);
  const standins = await startStandins({ store, seed: Date.now() % 100_000 });
  const browser = await launchExtension({
    headless: options.headless,
    args: standins.chromiumArgs(),
    ...(!options.headless && { viewport: null }),
  });
  process.once('SIGINT', () => void end(browser, standins, 130));
  try {
    await run(options, standins, browser, store.tickets);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    await end(browser, standins, 1);
  }
  if (options.headless) await end(browser, standins, 0);
  else console.log('\nThe browser stays open for you to try. Ctrl-C ends everything.');
}

async function run(
  options: StartOptions,
  standins: Standins,
  browser: ExtensionBrowser,
  tickets: readonly { id: number; channel: string }[],
): Promise<void> {
  await keepPanelOpen(browser);
  await importKnowledge(browser, options.dataDir);
  if (options.model) await chooseModel(browser, options.model);
  const screenshots = mkdtempSync(join(tmpdir(), 'footnote-'));
  const ticketId =
    options.ticketId ?? tickets.find((ticket) => ticket.channel === 'email')?.id ?? tickets[0]?.id;
  if (ticketId === undefined) throw new Error('The seed holds no ticket to answer');
  for (const helpdesk of options.helpdesks) {
    printJob(await doMainJob({ browser, standin: standins[helpdesk], helpdesk, ticketId, screenshots }));
  }
}

async function chooseModel(
  browser: ExtensionBrowser,
  { baseUrl, model, key }: NonNullable<StartOptions['model']>,
): Promise<void> {
  await keepEndpointKey(browser, key);
  const endpoint = { preset: 'custom', baseUrl, model, contextTokens: null, stallSeconds: 20 };
  await changeSettings(browser, { provider: 'openai', endpoint });
}

function build(): void {
  console.log('Building the extension ...');
  const built = spawnSync('npm', ['run', '-s', 'build'], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The build failed:\n${built.stdout}${built.stderr}`);
}

async function end(browser: ExtensionBrowser, standins: Standins, code: number): Promise<never> {
  await browser.close().catch(() => {
    // Ctrl-C reaches the browser too: it may be gone already.
  });
  await standins.close();
  process.exit(code);
}

await main();
