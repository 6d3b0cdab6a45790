/** Tells when this page is hidden or about to go, the last moment at which writing still works. */
export function onPageHide(listener: () => void, signal: AbortSignal): void {
  window.addEventListener('pagehide', listener, { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && listener(), {
    signal,
  });
}
