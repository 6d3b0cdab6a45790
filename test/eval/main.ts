import { runCommand } from '../support/commands';

/** Quality on data sets: `npm run -s eval -- NAME ARGS...`. A new command is a file here and a line below. */
await runCommand('eval', {
  retrieval: () => import('./retrieval'),
  foreign: () => import('./foreign'),
  noise: () => import('./noise'),
  feedback: () => import('./feedback'),
  meaning: () => import('./meaning'),
  masking: () => import('./masking'),
  draft: () => import('./draft'),
  injection: () => import('./injection'),
  ledger: () => import('./ledger'),
});
