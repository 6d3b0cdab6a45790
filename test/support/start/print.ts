import type { MainJob } from './main-job';

const indent = (text: string) => text.replace(/^/gm, '    ');

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
  console.log(indent(job.stored.text));
  console.log(`\n  The panel says: ${job.said}`);
  console.log(`  Timings: ${job.timings.map(({ step, ms }) => `${step} ${ms} ms`).join(', ')}`);
  console.log(`  Screenshot: ${job.screenshot}`);
}
