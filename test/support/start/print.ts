import type { MainJob } from './main-job';

const indent = (text: string) => text.replace(/^/gm, '    ');

/** Editors part paragraphs by empty ones, which a terminal need not show twice. */
const withoutGaps = (text: string) => text.replace(/\n[\s\u00a0]*\n/g, '\n\n');

export function printJob(job: MainJob): void {
  console.log(`\n== ${job.helpdesk}: ${job.ticket}`);
  console.log(`    ${job.url}`);
  console.log(`\n  Draft\n${indent(job.draft)}`);
  console.log(
    `\n  Footnotes\n${indent(job.footnotes.join('\n') || 'none: nothing was found that answers this')}`,
  );
  console.log(
    `\n  What ${job.helpdesk} stored (${job.stored.visibility}, ${job.stored.isTrusted ? 'a trusted click' : 'AN UNTRUSTED CLICK'})`,
  );
  console.log(indent(withoutGaps(job.stored.text)));
  console.log(`\n  The panel says: ${job.said}`);
  console.log(`  Timings: ${job.timings.map(({ step, ms }) => `${step} ${ms} ms`).join(', ')}`);
  console.log(`  Screenshot: ${job.screenshot}`);
}
