import { describe, expect, it } from 'vitest';
import { manifest } from '@/lib/platform/manifest';
import { migrations } from '@/lib/store/migrations';
import { codeIn, readMarkdownTable } from './support/markdown-table';
import { reasonedFor } from './support/permission-reasons';

/** The built manifests are compared in the browser tests; this finds a new permission without a build. */
describe.each([
  ['chrome', 'Chromium'],
  ['firefox', 'Firefox'],
] as const)('store/permissions.md, for %s', (browser, named) => {
  const asked = manifest({ browser });
  const reasons = reasonedFor(named);

  it('gives a reason for each permission, and for no other', () => {
    expect(reasons.permissions).toEqual([...(asked.permissions ?? [])].sort());
    expect(reasons.hosts).toEqual([...(asked.host_permissions ?? [])].sort());
    expect(reasons.optionalHosts).toEqual([...(asked.optional_host_permissions ?? [])].sort());
  });
});

describe('PRIVACY.md', () => {
  const named = readMarkdownTable('PRIVACY.md', 'What it keeps').flatMap(([where]) => codeIn(where!));

  it('tells of every table of the database, and of none that is gone', () => {
    const tables = new Map<string, string | null>();
    for (const migration of migrations)
      for (const [table, schema] of Object.entries(migration.tables)) tables.set(table, schema);
    const kept = [...tables].filter(([, schema]) => schema !== null).map(([table]) => table);
    expect(kept.length).toBeGreaterThan(5);
    // Beside the database: the key's own, and the browser's two storage areas.
    expect(named.toSorted()).toEqual([...kept, 'secrets', 'storage.local', 'storage.session'].sort());
  });

  it('says of each how long it stays', () => {
    for (const [where, what, until] of readMarkdownTable('PRIVACY.md', 'What it keeps'))
      expect(
        [what, until].every((cell) => (cell?.length ?? 0) > 8),
        where,
      ).toBe(true);
  });
});
