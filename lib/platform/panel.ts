import { browser } from 'wxt/browser';

interface FirefoxSidebar {
  open(): Promise<void>;
}

function firefoxSidebar(): FirefoxSidebar | undefined {
  return (browser as unknown as { sidebarAction?: FirefoxSidebar }).sidebarAction;
}

/**
 * Opens the panel of a window. Must be called before any `await` of the handler: the browser only allows it while
 * the key press or click still counts.
 */
export function openPanel(windowId: number): Promise<void> {
  const sidebar = firefoxSidebar();
  return sidebar ? sidebar.open() : browser.sidePanel.open({ windowId });
}

/** Makes a click on the toolbar button open the panel; Firefox needs the click handed on instead. */
export function openPanelOnActionClick(): void {
  const sidebar = firefoxSidebar();
  if (sidebar) browser.action.onClicked.addListener(() => void sidebar.open());
  else void browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
}
