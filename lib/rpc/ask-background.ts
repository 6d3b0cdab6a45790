import { browser } from 'wxt/browser';
import type { CallMethod, Input } from './contract';
import type { CallReply, CallRequest } from './wire';

/** What the worker answers: very little, and never anything secret. */
type Askable = Extract<CallMethod, `panel.${string}`>;

/** Was it done? A page left behind by an update of the extension asks nobody and gets `false`. */
export async function askBackground<M extends Askable>(method: M, input: Input<M>): Promise<boolean> {
  const request: CallRequest = { footnote: 'call', method, input };
  try {
    const reply = (await browser.runtime.sendMessage(request)) as CallReply | undefined;
    return reply?.ok === true;
  } catch {
    // `runtime` is gone after an update, or the worker could not start: nothing to do from here but stay quiet.
    return false;
  }
}
