// Closes as soon as it shows, so that the browser hands the keyboard to the page; see `lib/platform/page-focus.ts`. A
// popup that closes before its first frames counts as failed, and the keyboard stays where it was.
requestAnimationFrame(() => requestAnimationFrame(() => window.close()));
