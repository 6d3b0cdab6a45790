/** Offers a file for saving, made here; the browser asks where, or puts it among the downloads. */
export function downloadFile(name: string, pieces: readonly string[], type: string): void {
  const url = URL.createObjectURL(new Blob([...pieces], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers begin to read the file only after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
