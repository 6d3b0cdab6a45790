/** Puts text on the clipboard, formatted and plain at once. `false`: the browser refused, nothing was copied. */
export async function copyFormatted(html: string, text: string): Promise<boolean> {
  const item = new ClipboardItem({
    'text/html': new Blob([html], { type: 'text/html' }),
    'text/plain': new Blob([text], { type: 'text/plain' }),
  });
  try {
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    // Without focus or permission the browser refuses; the caller says so.
    return false;
  }
}
