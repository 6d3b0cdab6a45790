import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './source-tree';

/**
 * Rows of the table below `## heading` of a page of this project, cells as written. Throws when there is none, so that a
 * renamed heading is no table without rows.
 */
export function readMarkdownTable(page: string, heading: string): string[][] {
  const text = readFileSync(join(projectRoot, page), 'utf8');
  const section = text.split(/^## /mu).find((part) => part.split('\n', 1)[0]!.startsWith(heading));
  const lines = section?.split('\n').filter((line) => line.startsWith('|')) ?? [];
  const rows = lines.slice(2).map((line) =>
    line
      .slice(1, line.lastIndexOf('|'))
      .split('|')
      .map((cell) => cell.trim()),
  );
  if (rows.length === 0) throw new Error(`${page} has no table below "${heading}": nothing was compared`);
  return rows;
}

/** What stands in backticks. */
export function codeIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/gu)].map((match) => match[1]!);
}
