/** A file as the importer takes it, whoever gave it: a picker, a drop, or Node. */
export interface SourceFile {
  /** With `/` between its parts, relative to what was dropped; starts with the folder's own name. */
  readonly path: string;
  readonly size: number;
  /** All, or from one byte up to another. Rejects when the file vanished or may not be read. */
  bytes(from?: number, to?: number): Promise<Uint8Array>;
}

export function filesFromTexts(texts: readonly { path: string; text: string }[]): SourceFile[] {
  return texts.map(({ path, text }) => {
    const bytes = new TextEncoder().encode(text);
    return { path, size: bytes.length, bytes: async (from, to) => bytes.subarray(from, to) };
  });
}

/** From `<input type="file">`, also with `webkitdirectory`. */
export function filesFromPicker(files: Iterable<File>): SourceFile[] {
  return [...files].map((file) => toSourceFile(file, file.webkitRelativePath || file.name));
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

/** Kept in the list, so that the report names it. */
function unreadable(entry: FileSystemEntry, reason: unknown): SourceFile {
  return { path: pathOf(entry), size: 0, bytes: () => Promise.reject(reason) };
}

function pathOf(entry: FileSystemEntry): string {
  return entry.fullPath.replace(/^\//, '');
}

function toFile(entry: FileSystemFileEntry): Promise<SourceFile> {
  return new Promise((resolve) => {
    entry.file(
      (file) => resolve(toSourceFile(file, pathOf(entry))),
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

function toSourceFile(file: File, path: string): SourceFile {
  const bytes = async (from?: number, to?: number) =>
    new Uint8Array(await file.slice(from, to).arrayBuffer());
  return { path, size: file.size, bytes };
}
