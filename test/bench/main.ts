/**
 * What things cost: `npm run -s bench -- NAME ARGS...`. Progress goes to stderr, one JSON object a line to stdout.
 * Each command is a module with `run(args): Promise<void>`, loaded when it is asked for; a new one is a file here and
 * a line below. A command throws `Error` with a sentence when its input is bad.
 */
type Command = () => Promise<{ run(args: readonly string[]): Promise<void> }>;

const commands: Record<string, Command> = {
  ledger: () => import('./ledger'),
  panel: () => import('./panel'),
  search: () => import('./search'),
};

const [name, ...args] = process.argv.slice(2);
const load = name === undefined ? undefined : commands[name];
if (!load) {
  console.error(`Usage: npm run -s bench -- NAME ARGS...\nNames: ${Object.keys(commands).join(', ')}`);
  process.exit(2);
}
try {
  await (await load()).run(args);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
