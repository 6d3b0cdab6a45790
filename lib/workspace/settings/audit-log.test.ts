import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '@/lib/store/store';
import { until } from '@/test/support/until';
import { createMessages, type Messages } from '../messages';
import { type AuditLog, createAuditLog } from './audit-log';

let store: Store;
let messages: Messages;
let log: AuditLog;
let saved: { name: string; text: string; type: string }[];
const noon = new Date(2026, 10, 24, 12);
const clock = { now: () => noon, elapsed: () => 0, sleep: async () => {} };

async function append(count: number): Promise<void> {
  for (let index = 0; index < count; index++)
    await store.audit.append({ kind: 'pruned', counts: { drafts: index } });
}

beforeEach(async () => {
  store = await openStore({ indexedDB: new IDBFactory(), IDBKeyRange, now: () => noon });
  messages = createMessages();
  saved = [];
  const download = (name: string, pieces: readonly string[], type: string) =>
    saved.push({ name, text: pieces.join(''), type });
  log = createAuditLog({ audit: store.audit, download, clock }, messages);
});
afterEach(() => store.close());

describe('the audit log in the settings', () => {
  it('tells its length and whether it is as it was written', async () => {
    await append(3);
    log.look();
    await until(() => expect(log.get().summary).toMatchObject({ entries: 3, firstAt: noon.toISOString() }));
    log.actions.check();
    expect(log.get().checking.state).toBe('running');
    await until(() =>
      expect(log.get().checking).toMatchObject({
        state: 'done',
        at: noon.toISOString(),
        check: { ok: true, entries: 3 },
      }),
    );
    await store.database.audit.update(2, { at: '2026-01-01T00:00:00.000Z' });
    log.actions.check();
    await until(() => expect(log.get().checking).toMatchObject({ check: { ok: false, broken: { seq: 2 } } }));
  });

  it('is saved as one JSON line for each entry, under the day of today', async () => {
    await append(2);
    log.actions.download();
    await until(() => expect(saved).toHaveLength(1));
    expect(saved[0]).toMatchObject({ name: 'footnote-audit-2026-11-24.jsonl', type: 'application/jsonl' });
    expect(saved[0]!.text.split('\n')).toHaveLength(4);
    expect(saved[0]!.text.endsWith('\n')).toBe(true);
  });

  it('says when it cannot be read', async () => {
    store.close();
    log.actions.check();
    await until(() => expect(messages.get().trouble?.code).toBe('reload-needed'));
    expect(log.get().checking.state).toBe('none');
    log.actions.download();
    await until(() => expect(saved).toEqual([]));
  });
});
