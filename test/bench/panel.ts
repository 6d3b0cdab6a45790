import { existsSync, mkdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { testDocument } from '@/lib/search/document-fixture';
import { demoDir, loadSeed } from '../standin/seed/load-seed';
import { startStandins } from '../standin/start';
import { projectRoot } from '../support/source-tree';
import { makeLodging, startBrowser } from './panel/browser';
import { measureImport } from './panel/import';
import { importDemoShop } from './panel/knowledge';
import { measurePageCost } from './panel/page-cost';
import { measureSizes } from './panel/sizes';
import { measureStartUp } from './panel/start-up';
import { measureWire } from './panel/wire';

const build = join(projectRoot, '.output/chrome-mv3');
const seed = 7;
const ticketId = 48201;
const parts = ['sizes', 'start', 'page', 'import', 'wire'] as const;

/**
 * `panel [--only sizes,start,page,import,wire] [--megabytes 1,10,50] [--runs 15] [--profiles DIR]`: what the production build
 * weighs, how fast its true side panel is in a visible Chromium, what it costs the helpdesk's page, what it takes to
 * bring knowledge in, and how soon after the key a question is on the wire, with what a search as one types costs. Each line tells the machine's load of that moment.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { only, megabytes, runs, profiles } = readArguments(args);
  const sizes = measureSizes(build);
  if (only.has('sizes')) for (const size of sizes) console.log(JSON.stringify(size));
  if (only.size === 1 && only.has('sizes')) return;

  const store = loadSeed(demoDir);
  const standins = await startStandins({ store, seed });
  const url = standins.zendesk.ticketUrl(ticketId);
  const chromiumArgs = standins.chromiumArgs();
  const lodging = makeLodging(build, { grantLocalhost: false });
  try {
    if (only.has('start')) {
      console.error('Bringing the demo shop in ...');
      const before = await startBrowser(lodging, { args: chromiumArgs });
      await importDemoShop(before).finally(before.close);
      console.error('Opening the panel ...');
      for (const line of await measureStartUp(lodging, chromiumArgs, url)) report(line);
    }
    if (only.has('page')) {
      console.error('Loading the helpdesk pages ...');
      const pages = standins.all.map(([helpdesk, standin]) => ({
        helpdesk,
        url: standin.ticketUrl(ticketId),
      }));
      for (const line of await measurePageCost(lodging, chromiumArgs, pages)) report(line);
    }
    const base = store.articles.map(({ title, body }, at) =>
      testDocument({ articleId: `base-${at}`, title, body }),
    );
    if (only.has('import')) {
      for (const size of megabytes) {
        console.error(`Bringing ${size} MB of knowledge in ...`);
        report(await measureImport(build, chromiumArgs, base, size));
      }
    }
    if (only.has('wire')) {
      for (const size of megabytes) {
        console.error(`Growing ${size} MB of knowledge ...`);
        const order = { build, args: chromiumArgs, url, base, megabytes: size, runs, profiles };
        for (const line of await measureWire(order)) report(line);
      }
    }
  } finally {
    lodging.remove();
    await standins.close();
  }
}

function report(line: object): void {
  console.log(JSON.stringify({ ...line, load: Math.round(loadavg()[0]! * 100) / 100 }));
}

function readArguments(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: parts.join(',') },
      megabytes: { type: 'string', default: '1,10,50' },
      runs: { type: 'string', default: '15' },
      profiles: { type: 'string' },
    },
  });
  const only = new Set(values.only.split(','));
  for (const part of only) {
    if (!parts.includes(part as never)) throw new Error(`--only ${part}: say ${parts.join(', ')}`);
  }
  const profiles = values.profiles ?? null;
  if (profiles !== null && !existsSync(profiles)) mkdirSync(profiles, { recursive: true });
  return {
    only,
    megabytes: values.megabytes.split(',').map((size) => positive(size, '--megabytes')),
    runs: positive(values.runs, '--runs'),
    profiles,
  };
}

function positive(text: string, option: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`${option} ${text}: say a number above zero`);
  return value;
}
