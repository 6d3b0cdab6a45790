import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';

/** A seed folder that cannot be used. The message names the file and what is wrong in it. */
export class SeedError extends Error {
  constructor(
    readonly file: string,
    detail: string,
  ) {
    super(`Seed file ${file}: ${detail}`);
    this.name = 'SeedError';
  }
}

export function readSeedText(file: string): string {
  if (!existsSync(file)) throw new SeedError(file, 'is missing');
  return readFileSync(file, 'utf8');
}

export function parseSeed<T>(file: string, value: unknown, schema: z.ZodMiniType<T>): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new SeedError(file, z.prettifyError(parsed.error));
  return parsed.data;
}

export function readSeedJson<T>(file: string, schema: z.ZodMiniType<T>): T {
  return parseSeed(file, parseJson(file, readSeedText(file)), schema);
}

export function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SeedError(file, `is not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
}
