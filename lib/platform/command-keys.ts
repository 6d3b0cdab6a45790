import { browser } from 'wxt/browser';

/** The key that a command has now: people change it, and a browser leaves out one that is taken. */
export async function keyOfCommand(id: string): Promise<string | null> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === id)?.shortcut || null;
}
