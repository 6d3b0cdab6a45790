import { parseArgs } from 'node:util';
import { demoDir, loadSeed } from './seed/load-seed';
import { SeedError } from './seed/seed-file';
import { startStandins } from './start';

/** `npm run standin -- [--data DIR] [--port N] [--seed N] [--extras]`: runs until Ctrl-C. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: demoDir },
      port: { type: 'string', default: '0' },
      seed: { type: 'string', default: String(Date.now() % 100_000) },
      extras: { type: 'boolean', default: false },
    },
  });
  const store = loadSeed(values.data);
  const standins = await startStandins({ store, seed: Number(values.seed), port: Number(values.port) });
  if (values.extras) for (const [, standin] of standins.all) standin.set('extras', true);
  const first = store.tickets[0]?.id ?? 1;
  console.log(
    `${store.name}: ${store.tickets.length} tickets, ${store.articles.length} articles, seed ${values.seed}\n`,
  );
  for (const [name, standin] of standins.all) console.log(`${name.padEnd(8)} ${standin.ticketUrl(first)}`);
  console.log(
    `\nchromium ${standins
      .chromiumArgs()
      .map((argument) => `'${argument}'`)
      .join(' ')}`,
  );
  process.once('SIGINT', () => {
    standins.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof SeedError ? error.message : error);
  process.exitCode = 1;
});
