import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

export const projectRoot = resolve(import.meta.dirname, '../..');

export interface SourceFile {
  /** Relative to the project, with `/`. */
  path: string;
  text: string;
  lines: number;
  /** What it imports inside the project, resolved to project paths without extension; packages as they stand. */
  imports: string[];
  typeOnlyImports: string[];
}

const skipped = new Set([
  'node_modules',
  '.output',
  '.wxt',
  '.git',
  '.eval',
  'test-results',
  'pages',
  'locales',
]);

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (/\.tsx?$/.test(entry.name)) yield path;
  }
}

const importPattern =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

/** All TypeScript files below `folders` with their imports. Throws when there is nothing to look at. */
export function readSourceTree(folders: readonly string[]): SourceFile[] {
  const files = folders.flatMap((folder) => [...walk(join(projectRoot, folder))]).map(readSourceFile);
  if (files.length === 0)
    throw new Error(`No source files below ${folders.join(', ')}: nothing was examined`);
  return files;
}

function readSourceFile(path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  const imports: string[] = [];
  const typeOnlyImports: string[] = [];
  for (const match of text.matchAll(importPattern)) {
    const target = resolveImport(path, (match[3] ?? match[4])!);
    (match[2] ? typeOnlyImports : imports).push(target);
  }
  return {
    path: relative(projectRoot, path).split(sep).join('/'),
    text,
    lines: text.split('\n').length,
    imports,
    typeOnlyImports,
  };
}

function resolveImport(from: string, target: string): string {
  if (target.startsWith('@/')) return target.slice(2).replace(/\.tsx?$/, '');
  if (!target.startsWith('.')) return target;
  return relative(projectRoot, resolve(dirname(from), target))
    .split(sep)
    .join('/')
    .replace(/\.tsx?$/, '');
}
