import { IDBFactory, IDBKeyRange, IDBObjectStore, IDBTransaction } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DraftSession } from '@/lib/draft/session/session-state';
import { openStore } from './store';

const session: DraftSession = {
  ticketKey: 'zendesk:acme.zendesk.com:1',
  ticket: null,
  phase: 'writing',
  need: null,
  evidence: { level: 'strong', tookMs: 12, passagesSearched: 300 },
  sources: [],
  alternatives: [
    {
      id: 'a1',
      document: {
        blocks: [
          { type: 'paragraph', content: [{ text: 'Hi Rosa, ', bold: true }, { citation: 1 }] },
          { type: 'list', ordered: true, items: [[{ text: 'here', href: 'https://acme.example' }]] },
        ],
      },
      instruction: null,
      writtenBy: 'No model',
      finished: 'writing',
      editedByAgent: false,
      startedAt: '2026-11-24T10:00:00.000Z',
      tookMs: 400,
      usage: null,
      claims: [],
      kept: [],
      sources: [],
      warnings: [],
    },
  ],
  current: 0,
  hint: 'we will call tomorrow',
  pinned: [],
  excluded: [],
  failure: { kind: 'model', failure: { code: 'stalled', seconds: 20 } },
  stale: null,
  insertion: { state: 'none' },
  startedAt: '2026-11-24T10:00:00.000Z',
};

async function open(now = () => new Date('2026-11-24T10:00:00Z')) {
  return openStore({ indexedDB: new IDBFactory(), IDBKeyRange, now });
}

afterEach(() => vi.restoreAllMocks());

/** No row is taken up any more while the disk is full. */
function fillDisk(isFull: () => boolean): void {
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
    if (isFull()) throw new DOMException('no room', 'QuotaExceededError');
    return put.apply(this, given);
  });
}

describe('saved drafts', () => {
  it('come back whole, the last save winning', async () => {
    const { drafts } = await open();
    await drafts.saveDraft('k', { ...session, hint: 'earlier' });
    await drafts.saveDraft('k', session);
    expect(await drafts.loadDraft('k')).toEqual({
      ok: true,
      value: { session, savedAt: '2026-11-24T10:00:00.000Z' },
    });
    expect(await drafts.loadDraft('other')).toEqual({ ok: true, value: null });
    await drafts.discardDraft('k');
    expect(await drafts.loadDraft('k')).toEqual({ ok: true, value: null });
  });

  it('are refused, not guessed at, when they have another shape', async () => {
    const { drafts, database } = await open();
    await database.drafts.put({
      ticketKey: 'k',
      savedAt: '2026-11-24',
      session: { ...session, phase: 'dreaming' },
    });
    expect(await drafts.loadDraft('k')).toEqual({ ok: false, error: { code: 'unreadable' } });
  });

  it('survive a failure code that this build does not know', async () => {
    const { drafts, database } = await open();
    const failure = { kind: 'model', failure: { code: 'from-the-future' } };
    await database.drafts.put({ ticketKey: 'k', savedAt: '2026-11-24', session: { ...session, failure } });
    expect(await drafts.loadDraft('k')).toMatchObject({
      ok: true,
      value: { session: { failure: null, hint: session.hint } },
    });
  });

  it('are committed with the row: a page that closes then has kept them', async () => {
    const { drafts } = await open();
    await drafts.saveDraft('first', session);
    const calls: string[] = [];
    const { put } = IDBObjectStore.prototype;
    const { commit } = IDBTransaction.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
      calls.push('put');
      return put.apply(this, given);
    });
    vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(function (this: IDBTransaction) {
      calls.push('commit');
      return commit.apply(this);
    });
    const saving = drafts.saveDraft('last', session);
    // Nothing was waited for: this is all that a closing page gets to do.
    expect(calls).toEqual(['put', 'commit']);
    expect(await saving).toEqual({ ok: true });
    expect(await drafts.loadDraft('last')).toMatchObject({ ok: true, value: { session } });
  });

  it('make room by giving up week-old ones when the disk is full', async () => {
    let now = '2026-11-01T10:00:00Z';
    const store = await open(() => new Date(now));
    await store.drafts.saveDraft('old', session);
    now = '2026-11-24T10:00:00Z';
    let isFull = true;
    fillDisk(() => isFull);
    store.database.drafts.hook('deleting', () => {
      isFull = false;
    });
    expect(await store.drafts.saveDraft('new', session)).toEqual({ ok: true });
    const left = await store.drafts.listDrafts();
    expect(left.ok && left.value.map((each) => each.ticketKey)).toEqual(['new']);
  });

  it('say that the disk is full when there is nothing to give up', async () => {
    const store = await open();
    fillDisk(() => true);
    expect(await store.drafts.saveDraft('new', session)).toEqual({
      ok: false,
      error: { code: 'storage-full' },
    });
  });
});

describe('outcomes', () => {
  const outcome = {
    id: '01K9',
    ticketKey: 'k',
    at: '2026-11-24T10:00:00.000Z',
    writtenBy: 'No model',
    draftText: 'a',
    insertedText: 'a',
    sentText: 'b',
    visibility: 'public' as const,
    editDistance: 1,
    tookMs: 900,
    useful: null,
    taught: null,
    sources: [],
  };

  it('are only added to, and a repeated id changes nothing', async () => {
    const { outcomes } = await open();
    await outcomes.append(outcome);
    await outcomes.append({ ...outcome, sentText: 'changed' });
    expect(await outcomes.forTicket('k')).toEqual({ ok: true, value: [outcome] });
  });

  it('take the answer of the agent, the newest of a ticket only, and read rows from before the question', async () => {
    const { outcomes, database } = await open();
    const { useful: _, ...older } = outcome;
    await database.outcomes.add(older as typeof outcome);
    await outcomes.append({ ...outcome, id: '01KA', at: '2026-11-24T11:00:00.000Z' });
    expect(await outcomes.rate('k', false)).toEqual({ ok: true, value: true });
    const read = await outcomes.forTicket('k');
    expect(read.ok && read.value.map(({ id, useful }) => [id, useful])).toEqual([
      ['01K9', null],
      ['01KA', false],
    ]);
    expect(await outcomes.rate('another', true)).toEqual({ ok: true, value: false });
  });

  it('are erased by ticket and by age', async () => {
    const { outcomes } = await open();
    await outcomes.append(outcome);
    await outcomes.append({ ...outcome, id: '01K8', ticketKey: 'l', at: '2026-01-01T00:00:00.000Z' });
    await outcomes.append({ ...outcome, id: '01K7', ticketKey: 'm' });
    expect(await outcomes.erase({ before: '2026-06-01' })).toEqual({ ok: true, value: 1 });
    expect(await outcomes.erase({ ticketKey: 'k' })).toEqual({ ok: true, value: 1 });
    const left = await outcomes.list({ from: '2026-11-24' });
    expect(left.ok && left.value.outcomes.map((each) => each.id)).toEqual(['01K7']);
  });
});
