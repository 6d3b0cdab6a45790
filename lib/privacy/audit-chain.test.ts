import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditEvent } from './audit';
import {
  type AuditEntry,
  type ChainLink,
  chainStart,
  checkStretch,
  endsWith,
  nextEntry,
} from './audit-chain';

const digest = async (text: string) => createHash('sha256').update(text).digest('hex');

function drafted(draft: string, masked = 1): AuditEvent {
  return {
    kind: 'drafted',
    by: null,
    ticket: 'zendesk:acme.zendesk.com:7',
    draft,
    articles: [{ id: 'returns', version: 2 }],
    provider: 'openai',
    model: 'small-1',
    hosts: ['llm.example.net'],
    promptHash: 'f'.repeat(64),
    masked: { PERSON: masked },
  };
}

async function chainOf(length: number, before: ChainLink = chainStart): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (let index = 0; index < length; index++) {
    const at = new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString();
    entries.push(await nextEntry(entries.at(-1) ?? before, at, drafted(`draft-${index}`, index), digest));
  }
  return entries;
}

async function check(rows: readonly unknown[], head: ChainLink, before: ChainLink = chainStart) {
  return endsWith(await checkStretch(before, rows, digest), head);
}

/** A log and one place in it. */
const logAndPlace = fc
  .integer({ min: 1, max: 12 })
  .chain((length) => fc.tuple(fc.constant(length), fc.integer({ min: 0, max: length - 1 })));

describe('the chain of the audit log', () => {
  it('is whole as it was written, from its start or from an anchor', async () => {
    const entries = await chainOf(6);
    expect(await check(entries, entries[5]!)).toEqual({
      ok: true,
      last: { seq: 6, hash: entries[5]!.hash },
    });
    expect(await check(entries.slice(3), entries[5]!, entries[2])).toMatchObject({ ok: true });
    expect(await check([], chainStart)).toEqual({ ok: true, last: chainStart });
  });

  it('finds any changed entry, whichever field it was', async () => {
    const changes: ((entry: AuditEntry) => Record<string, unknown>)[] = [
      (entry) => ({ ...entry, at: '2026-06-01T00:00:00.000Z' }),
      (entry) => ({ ...entry, event: drafted('another') }),
      (entry) => ({ ...entry, event: { ...entry.event, promptHash: null } }),
      (entry) => ({ ...entry, event: { ...entry.event, note: 'added' } }),
      (entry) => ({ ...entry, note: 'added' }),
      (entry) => ({ ...entry, previous: '1'.repeat(64) }),
      (entry) => ({ ...entry, hash: '1'.repeat(64) }),
      ({ previous: _, ...entry }) => entry,
    ];
    await fc.assert(
      fc.asyncProperty(logAndPlace, fc.constantFrom(...changes), async ([length, place], change) => {
        const entries = await chainOf(length);
        const rows = entries.with(place, change(entries[place]!) as unknown as AuditEntry);
        expect(await check(rows, entries.at(-1)!)).toMatchObject({
          ok: false,
          broken: { seq: place + 1, problem: 'changed' },
          last: { seq: place },
        });
      }),
    );
  });

  it('finds an entry that was changed and given its right hash, at the one after it or at the end', async () => {
    await fc.assert(
      fc.asyncProperty(logAndPlace, async ([length, place]) => {
        const entries = await chainOf(length);
        const before = entries[place - 1] ?? chainStart;
        const forged = await nextEntry(before, entries[place]!.at, drafted('forged'), digest);
        const checked = await check(entries.with(place, forged), entries.at(-1)!);
        expect(checked).toMatchObject({ ok: false, broken: { problem: 'unlinked' } });
        const expected = Math.min(place + 2, length);
        expect(checked.ok || checked.broken.seq).toBe(expected);
      }),
    );
  });

  it('finds any entry that was taken out, also the last', async () => {
    await fc.assert(
      fc.asyncProperty(logAndPlace, async ([length, place]) => {
        const entries = await chainOf(length);
        expect(await check(entries.toSpliced(place, 1), entries.at(-1)!)).toMatchObject({
          ok: false,
          broken: { seq: place + 1, problem: 'missing' },
        });
      }),
    );
  });

  it('finds any two entries that changed places, and any order but the written one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 8 }).chain((length) =>
          fc.shuffledSubarray(
            Array.from({ length }, (_, index) => index),
            { minLength: length, maxLength: length },
          ),
        ),
        async (order) => {
          const entries = await chainOf(order.length);
          const first = order.findIndex((from, index) => from !== index);
          const checked = await check(
            order.map((from) => entries[from]),
            entries.at(-1)!,
          );
          if (first === -1) expect(checked.ok).toBe(true);
          else expect(checked).toMatchObject({ ok: false, broken: { seq: first + 1 } });
        },
      ),
    );
  });

  it('finds an entry that was put in between or added at the end', async () => {
    const entries = await chainOf(4);
    const extra = await nextEntry(entries[3]!, '2026-01-02T00:00:00.000Z', drafted('extra'), digest);
    expect(await check([...entries, extra], entries[3]!)).toMatchObject({
      ok: false,
      broken: { seq: 5, problem: 'unlinked' },
    });
    expect(await check(entries.toSpliced(2, 0, entries[1]!), entries[3]!)).toMatchObject({
      ok: false,
      broken: { seq: 3, problem: 'unlinked' },
    });
  });

  it('takes rows that are no entries for broken ones, and does not fall over them', async () => {
    const [entry] = await chainOf(1);
    for (const row of [null, 'text', 7, {}, { seq: 1 }, []])
      expect(await check([row], entry!)).toMatchObject({ ok: false, broken: { seq: 1, problem: 'changed' } });
  });
});
