import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface EntrySize {
  entry: string;
  /** Bytes after gzip of all scripts that load before anything is shown: the entry and its static imports. */
  jsGzip: number;
  cssGzip: number;
}

/** Sizes of what an extension page or script loads at once; lazy chunks do not count. Throws when a file is missing. */
export function measureEntry(build: string, entry: string): EntrySize {
  const path = join(build, entry);
  if (!existsSync(path)) throw new Error(`${path} does not exist. Build first: npm run build`);
  if (!entry.endsWith('.html')) return { entry, jsGzip: gzipOf([path]), cssGzip: 0 };
  const html = readFileSync(path, 'utf8');
  const roots = [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)="([^"]+)"/g)].map((match) =>
    resolveIn(build, entry, match[1]!),
  );
  const scripts = staticImports(
    build,
    roots.filter((file) => file.endsWith('.js')),
  );
  const styles = new Set(roots.filter((file) => file.endsWith('.css')));
  if (scripts.size === 0) throw new Error(`${entry} names no script: nothing was measured`);
  return { entry, jsGzip: gzipOf(scripts), cssGzip: gzipOf(styles) };
}

function staticImports(build: string, roots: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const code = readFileSync(file, 'utf8');
    // A minified `import{a}from"./x.js"` or `import"./x.js"`; `import("./x.js")` is lazy and does not match.
    for (const match of code.matchAll(/(?:\bfrom|\bimport)\s*"(\.{0,2}\/[^"]+\.js)"/g)) {
      visit(match[1]!.startsWith('/') ? join(build, match[1]!) : normalize(join(dirname(file), match[1]!)));
    }
  };
  for (const root of roots) visit(root);
  return seen;
}

function resolveIn(build: string, entry: string, reference: string): string {
  return reference.startsWith('/')
    ? join(build, reference)
    : normalize(join(build, dirname(entry), reference));
}

function gzipOf(files: Iterable<string>): number {
  let total = 0;
  for (const file of files) total += gzipSync(readFileSync(file), { level: 9 }).length;
  return total;
}
