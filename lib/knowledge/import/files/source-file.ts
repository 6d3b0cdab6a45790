/** What the importer reads of a `Blob`. */
export interface FileBytes {
  readonly size: number;
  /** From one byte up to another. `arrayBuffer` rejects when the file vanished or may not be read. */
  slice(from?: number, to?: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** A file as the importer takes it, whoever gave it: a picker, a drop, or Node. With a `Blob` a worker can be sent it. */
export type SourceFile = {
  /** With `/` between its parts, relative to what was dropped; starts with the folder's own name. */
  readonly path: string;
} & (
  | { readonly bytes: FileBytes }
  /** Kept in the list, so that the report names it. The name of the exception that opening it gave. */
  | { readonly unreadable: string }
);

export function filesFromTexts(texts: readonly { path: string; text: string }[]): SourceFile[] {
  return texts.map(({ path, text }) => ({ path, bytes: new Blob([text]) }));
}

/** From `<input type="file">`, also with `webkitdirectory`. */
export function filesFromPicker(files: Iterable<File>): SourceFile[] {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, bytes: file }));
}

/**
 * From a drop, folders walked through. Call it before the first `await` of the drop handler: the list of what was
 * dropped is emptied as soon as the handler returns.
 */
export async function filesFromDrop(dropped: DataTransfer, signal: AbortSignal): Promise<SourceFile[]> {
  const items = [...dropped.items].filter((item) => item.kind === 'file');
  const entries = items.flatMap((item) => item.webkitGetAsEntry() ?? []);
  // Files that a program put into the transfer (a paste, a test) have no entry.
  const loose = items
    .filter((item) => item.webkitGetAsEntry() === null)
    .flatMap((item) => item.getAsFile() ?? []);
  return [...filesFromPicker(loose), ...(await walk(entries, signal))];
}

async function walk(entries: readonly FileSystemEntry[], signal: AbortSignal): Promise<SourceFile[]> {
  const found: SourceFile[] = [];
  for (const entry of entries) {
    if (signal.aborted) break;
    if (isFile(entry)) found.push(await toFile(entry));
    else if (isDirectory(entry)) {
      const inside = await readDirectory(entry);
      found.push(...(Array.isArray(inside) ? await walk(inside, signal) : [inside]));
    }
  }
  return found;
}

function unreadable(entry: FileSystemEntry, reason: DOMException): SourceFile {
  return { path: pathOf(entry), unreadable: reason.name };
}

function pathOf(entry: FileSystemEntry): string {
  return entry.fullPath.replace(/^\//, '');
}

function toFile(entry: FileSystemFileEntry): Promise<SourceFile> {
  return new Promise((resolve) => {
    entry.file(
      (file) => resolve({ path: pathOf(entry), bytes: file }),
      (reason) => resolve(unreadable(entry, reason)),
    );
  });
}

/** A reader answers at most 100 entries a call and none when it is through. */
async function readDirectory(entry: FileSystemDirectoryEntry): Promise<FileSystemEntry[] | SourceFile> {
  const reader = entry.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[] | SourceFile>((resolve) => {
      reader.readEntries(resolve, (reason) => resolve(unreadable(entry, reason)));
    });
    if (!Array.isArray(some)) return some;
    if (some.length === 0) return found;
    found.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
