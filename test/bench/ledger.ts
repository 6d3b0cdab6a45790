import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demoDir, loadSeed } from '../standin/seed/load-seed';
import { startStandins } from '../standin/start';
import { projectRoot } from '../support/source-tree';
import { startArrivalServer } from './panel/arrivals';
import { makeLodging, startBrowser } from './panel/browser';
import type { Session } from './panel/devtools';
import { chooseEndpoint, importDemoShop } from './panel/knowledge';
import { draft, openWatchedPanel, waitUntilReady } from './panel/panel';
import { openTicket } from './panel/start-up';
import { summary, typeInto } from './panel/typing';

const build = join(projectRoot, '.output/chrome-mv3');
const seed = 7;
const ticketId = 48201;
const words = 600;
const citations = 20;
const limitMs = 16;
const slowdown = 4;

/**
 * `ledger [--keys 200]`: typing into a draft of 600 words with 20 footnotes while the ledger follows, in the production
 * build's true side panel; beside it the plain field of the same panel, and both with a processor four times slower.
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { keys: { type: 'string', default: '200' } } });
  const keys = Number(values.keys);
  if (!(keys >= 20)) throw new Error(`--keys ${values.keys}: say a number of 20 or more`);

  const standins = await startStandins({ store: loadSeed(demoDir), seed });
  const server = await startArrivalServer(longReply());
  const lodging = makeLodging(build, { grantLocalhost: true });
  const browser = await startBrowser(lodging, { args: standins.chromiumArgs() });
  try {
    console.error('Bringing the demo shop in ...');
    await importDemoShop(browser);
    await chooseEndpoint(browser, server.baseUrl);
    await openTicket(browser, standins.zendesk.ticketUrl(ticketId));
    const panel = await openWatchedPanel(browser);
    await waitUntilReady(panel);
    console.error('Typing into the plain field ...');
    for (const rate of [1, slowdown]) report('plain field', rate, await typeInto(panel, keys, rate));
    await measureDraft(panel, keys);
  } finally {
    await browser.close();
    await server.close();
    lodging.remove();
    await standins.close();
  }
}

async function measureDraft(panel: Session, keys: number): Promise<void> {
  await draft(panel);
  const facts = await panel.evaluate(focusDraft);
  if (facts.words < words || facts.citations < citations)
    throw new Error(`The draft has ${facts.words} words and ${facts.citations} footnotes`);
  console.error(`Typing into a draft of ${facts.words} words, ${facts.claims} claims marked ...`);
  for (const rate of [1, slowdown]) {
    const typed = await typeInto(panel, keys, rate);
    if (typed.marks === 0) throw new Error('The ledger did not follow the typing');
    report('draft with the ledger live', rate, typed, facts);
  }
}

/** Runs in the page: puts the caret at the end of the middle paragraph of the draft. */
function focusDraft() {
  const editor = document.querySelector<HTMLElement>('[role="textbox"][contenteditable="true"]')!;
  const paragraphs = [...editor.querySelectorAll('p')];
  const middle = paragraphs[Math.floor(paragraphs.length / 2)]!;
  editor.focus();
  getSelection()!.setBaseAndExtent(middle, middle.childNodes.length, middle, middle.childNodes.length);
  return {
    words: editor.innerText.split(/\s+/u).length,
    citations: editor.querySelectorAll('button[aria-label^="Footnote"], sup, [data-citation]').length,
    claims: editor.querySelectorAll('[data-words]').length,
  };
}

function report(
  field: string,
  rate: number,
  typed: Awaited<ReturnType<typeof typeInto>>,
  facts: object = {},
) {
  const { handledMs, ...rest } = summary(typed);
  const line = { measure: 'typing', field, ...facts, slowdown: rate, ...rest, handledMs };
  const holds = rate === 1 ? { limitMs, holds: handledMs.p95 < limitMs } : {};
  console.log(JSON.stringify({ ...line, ...holds, load: Math.round(loadavg()[0]! * 100) / 100 }));
}

/** Ten paragraphs, each with two footnotes, amounts, days and promises for the ledger to hold to their sources. */
function longReply(): string[] {
  const paragraphs = Array.from({ length: citations / 2 }, (_, index) =>
    [
      `You can send the item back within ${30 + index} days of delivery, and the label costs £3.95 in the United Kingdom [1].`,
      'Please put everything that came with it into the box and keep the receipt.',
      `We refund ${12 + index}.50 to the card ending in 44${10 + index} within ${5 + index} working days after the parcel was checked in [2].`,
      'If it was lost on its way we will send another one.',
    ].join(' '),
  );
  return ['Hi Nora,', ...paragraphs, 'Kind regards'].map((each) => `${each}\n\n`);
}
