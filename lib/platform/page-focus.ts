import { browser } from 'wxt/browser';

/** A popup that closes itself. It stands in the build beside the other pages. */
const blinkPage = 'blink.html';
const goneWithinMs = 2_000;
const pauseMs = 50;
/** The browser moves the keyboard a moment after the panel is gone, where it moves it at all. */
const settleMs = 150;

/**
 * Gives the keyboard to the page of a window whose panel is closing. Most browsers do that themselves; some leave it
 * with the panel that is gone, so that not even the browser's own keys arrive until the next click (Chromium 156 on
 * Linux). There an action popup that closes itself makes the browser hand the keyboard on; tabs and windows that are
 * merely told to be active do not. Does nothing when another window is in front. Resolves with whether the page has it.
 */
export async function giveFocusToPage(windowId: number, isFocused: () => Promise<boolean>): Promise<boolean> {
  if (!(await panelIsGone(windowId))) return false;
  await pause(settleMs);
  if (await isFocused()) return true;
  const inFront = await browser.windows.get(windowId);
  // Firefox, and Chromium before 127, have no such popup or need none.
  if (!inFront.focused || import.meta.env.FIREFOX || typeof browser.action.openPopup !== 'function')
    return false;
  await blink(windowId);
  return isFocused();
}

async function panelIsGone(windowId: number): Promise<boolean> {
  if (import.meta.env.FIREFOX) return true;
  for (let waited = 0; waited < goneWithinMs; waited += pauseMs) {
    const panels = await browser.runtime.getContexts({ contextTypes: ['SIDE_PANEL'], windowIds: [windowId] });
    if (panels.length === 0) return true;
    await pause(pauseMs);
  }
  return false;
}

async function blink(windowId: number): Promise<void> {
  await browser.action.setPopup({ popup: blinkPage });
  try {
    await browser.action.openPopup({ windowId });
  } catch {
    // The browser refuses a popup while it is in another mode, e.g. full screen; a click does what the popup would.
  } finally {
    // Otherwise the toolbar button would open this popup in place of the panel.
    await browser.action.setPopup({ popup: '' });
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
