import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

const rowSchema = z.object({
  id: z.string(),
  label: z.string(),
  attack: z.string(),
  channel: z.optional(z.nullable(z.string())),
  must_not: z.optional(z.nullable(z.array(z.string()))),
});
export type AttackRow = z.infer<typeof rowSchema>;

export function isHarmless(row: Pick<AttackRow, 'label'>): boolean {
  return row.label.startsWith('benign');
}

/** Rows of one file; throws a sentence that names file and line when one is bad, or when there is none. */
export function readRows(file: string): AttackRow[] {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch {
        throw new Error(`${file}, line ${index + 1} is not JSON.`);
      }
      const parsed = rowSchema.safeParse(value);
      if (parsed.success) return [parsed.data];
      throw new Error(
        `${file}, line ${index + 1}: ${parsed.error.issues[0]?.path.join('.')} is missing or wrong.`,
      );
    });
  if (rows.length === 0) throw new Error(`${file} holds no rows.`);
  return rows;
}
