/** A command is a module, loaded when it is asked for; it throws `Error` with a sentence when its input is bad. */
type Command = () => Promise<{ run(args: readonly string[]): Promise<void> }>;

/** Runs the command that the process's arguments name. Progress goes to stderr, one JSON object a line to stdout. */
export async function runCommand(script: string, commands: Readonly<Record<string, Command>>): Promise<void> {
  const [name, ...args] = process.argv.slice(2);
  const load = name === undefined ? undefined : commands[name];
  if (!load) {
    console.error(`Usage: npm run -s ${script} -- NAME ARGS...\nNames: ${Object.keys(commands).join(', ')}`);
    process.exit(2);
  }
  try {
    await (await load()).run(args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
