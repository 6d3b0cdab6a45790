import { runCommand } from '../support/commands';

/** What things cost: `npm run -s bench -- NAME ARGS...`. A new command is a file here and a line below. */
await runCommand('bench', {
  ledger: () => import('./ledger'),
  meaning: () => import('./meaning'),
  panel: () => import('./panel'),
  search: () => import('./search'),
});
