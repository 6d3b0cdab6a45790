import { describe, expect, it } from 'vitest';
import { aSource, aTicket } from '@/test/support/draft-fixtures';
import type { SecondReading } from '../ledger/second-reading/opinion';
import { reduceSession } from './reduce-session';
import {
  canInsert,
  canRedo,
  canUndo,
  claimsToSettle,
  currentAlternative,
  emptySession,
  isBusy,
  ledgerCounts,
} from './session';
import type { SessionAction } from './session-action';
import type { Alternative, DraftSession } from './session-state';

const document = (text: string) => ({ blocks: [{ type: 'paragraph' as const, content: [{ text }] }] });
const claim = {
  id: 'c1',
  block: 0,
  item: null,
  start: 0,
  end: 2,
  text: 'Hi',
  state: 'no-source' as const,
  citations: [],
  from: null,
  reason: 'no-citation' as const,
};
const alternative = (id: string, change: Partial<Alternative> = {}): Alternative => ({
  id,
  document: { blocks: [] },
  instruction: null,
  writtenBy: 'No model',
  finished: 'writing',
  editedByAgent: false,
  startedAt: '',
  tookMs: 0,
  usage: null,
  claims: [],
  kept: [],
  sources: [aSource()],
  warnings: [],
  ...change,
});
const run = (...actions: SessionAction[]) => actions.reduce(reduceSession, emptySession);
const opened: SessionAction = { type: 'ticket-opened', ticket: aTicket() };
const asked: SessionAction = { type: 'draft-asked', at: '2026-11-24T09:00:00Z' };
const written = (id: string, text = 'Hi', claims = [claim]): SessionAction[] => [
  asked,
  { type: 'writing-began', alternative: alternative(id) },
  { type: 'text-arrived', id, document: document(text), claims },
  { type: 'writing-ended', id, finished: 'complete', tookMs: 5, usage: null, failure: null },
];

describe('a draft session that is stopped', () => {
  it('before a word is there goes back to what stood before, without an error', () => {
    const searching = run(opened, asked, { type: 'draft-stopped' });
    expect(searching).toMatchObject({ phase: 'idle', failure: null, current: -1 });
    const before = run(opened, ...written('a'));
    const again = [asked, { type: 'writing-began', alternative: alternative('b') }] as const;
    const stopped = [...again, { type: 'draft-stopped' } as const].reduce<DraftSession>(
      reduceSession,
      before,
    );
    expect(stopped).toMatchObject({ phase: 'ready', failure: null, current: 0 });
    expect(stopped.alternatives.map(({ id }) => id)).toEqual(['a']);
  });

  it('is not changed by it once it has ended', () => {
    const ready = run(opened, ...written('a'));
    expect(reduceSession(ready, { type: 'draft-stopped' })).toBe(ready);
  });

  it('by discarding shows nothing again when its last words come in', () => {
    const discarded = run(opened, ...written('a').slice(0, 3), { type: 'discarded' }, written('a')[3]!);
    expect(discarded).toMatchObject({ phase: 'idle', current: -1 });
    expect(discarded.alternatives).toHaveLength(1);
  });
});

it('a question that waited for an answer when the panel closed is not asked by the next panel', () => {
  const asking = {
    state: 'asking',
    composerText: 'Hi',
    mode: 'public',
    modeLabel: null,
    reason: 'not-empty',
  } as const;
  const left = run(opened, ...written('a'), { type: 'insertion-changed', insertion: asking });
  expect(run({ type: 'restored', session: left }).insertion).toEqual({ state: 'none' });
});

describe('a draft session', () => {
  it('walks from idle over searching and writing to ready', () => {
    expect(run(opened).phase).toBe('idle');
    expect(run(opened, asked).phase).toBe('searching');
    expect(run(opened, ...written('a').slice(0, 2)).phase).toBe('writing');
    const session = run(opened, ...written('a'));
    expect(session.phase).toBe('ready');
    expect(canInsert(session)).toBe(true);
    expect(ledgerCounts(session)).toEqual({
      sourced: 0,
      ticket: 0,
      noSource: 1,
      contradicted: 0,
      doubted: 0,
      kept: 0,
    });
  });

  it('is busy while it searches or writes, so that a second press starts nothing', () => {
    expect(isBusy(run(opened, asked))).toBe(true);
    expect(isBusy(run(opened, ...written('a')))).toBe(false);
  });

  it.each(['stopped', 'cut', 'length'] as const)('keeps the text of a draft that ended %s', (finished) => {
    const session = run(opened, ...written('a').slice(0, 3), {
      type: 'writing-ended',
      id: 'a',
      finished,
      tookMs: 1,
      usage: null,
      failure: null,
    });
    expect(session.phase).toBe('partial');
    expect(currentAlternative(session)?.document).toEqual(document('Hi'));
    expect(canInsert(session)).toBe(true);
  });

  it('adds alternatives, walks back and forth and loses none', () => {
    const two = run(opened, ...written('a', 'One'), ...written('b', 'Two'));
    expect(currentAlternative(two)?.id).toBe('b');
    expect(canUndo(two)).toBe(true);
    const back = reduceSession(two, { type: 'alternative-chosen', index: 0 });
    expect(currentAlternative(back)?.document).toEqual(document('One'));
    expect(canRedo(back)).toBe(true);
    expect(back.alternatives).toHaveLength(2);
  });

  it('does not overwrite what the agent typed with the rest of the stream', () => {
    const [first, began, text] = written('a');
    const session = run(
      opened,
      first!,
      began!,
      text!,
      { type: 'edited', id: 'a', document: document('Mine'), claims: [] },
      {
        type: 'text-arrived',
        id: 'a',
        document: document('Hi there'),
        claims: [],
      },
    );
    expect(currentAlternative(session)).toMatchObject({ document: document('Mine'), editedByAgent: true });
  });

  it('keeps the former draft when a new one fails before its first word', () => {
    const session = run(
      opened,
      ...written('a', 'One'),
      asked,
      { type: 'writing-began', alternative: alternative('b') },
      {
        type: 'draft-failed',
        failure: { kind: 'model', failure: { code: 'offline' } },
      },
    );
    expect(session.phase).toBe('failed');
    expect(currentAlternative(session)?.document).toEqual(document('One'));
  });

  it('ignores what arrives for an alternative of another ticket', () => {
    const session = run(opened, ...written('a'));
    expect(
      reduceSession(session, { type: 'text-arrived', id: 'x', document: document('Wrong'), claims: [] }),
    ).toBe(session);
  });

  it('starts afresh on another ticket and goes on when the same is read again', () => {
    const session = run(opened, ...written('a'));
    expect(reduceSession(session, opened).alternatives).toHaveLength(1);
    expect(
      reduceSession(session, { type: 'ticket-opened', ticket: aTicket({ id: '8' }) }).alternatives,
    ).toEqual([]);
  });

  it('is stale after a new message, until the agent keeps it or drafts again', () => {
    const message = { authorName: 'Ann', at: null, text: 'And?' };
    const stale = run(opened, ...written('a'), { type: 'message-arrived', message });
    expect(stale.stale).toEqual(message);
    expect(reduceSession(stale, { type: 'stale-kept' }).stale).toBeNull();
    expect(reduceSession(stale, asked).stale).toBeNull();
  });

  it('settles a claim by keeping it, on record', () => {
    const session = run(opened, ...written('a'), { type: 'claim-kept', id: 'a', claimId: 'c1' });
    expect(claimsToSettle(session)).toEqual([]);
    expect(currentAlternative(session)?.kept).toEqual(['c1']);
  });

  it('turns a draft that was being written when the panel went away into a partial one', () => {
    const crashed = run(opened, ...written('a').slice(0, 3));
    const session = run({ type: 'restored', session: crashed as DraftSession });
    expect(session.phase).toBe('partial');
    expect(currentAlternative(session)?.finished).toBe('cut');
  });

  it('marks sources of an article that is gone', () => {
    const session = run(
      opened,
      {
        type: 'sources-found',
        sources: [aSource()],
        evidence: { level: 'strong', tookMs: 1, passagesSearched: 9 },
      },
      ...written('a'),
      {
        type: 'source-gone',
        articleId: 'a1',
      },
    );
    expect(session.sources[0]?.gone).toBe(true);
    expect(currentAlternative(session)?.sources[0]?.gone).toBe(true);
  });

  it('pins or excludes a source, never both', () => {
    const pinned = run(opened, { type: 'source-pinned', articleId: 'a1', pinned: true });
    const excluded = reduceSession(pinned, { type: 'source-excluded', articleId: 'a1', excluded: true });
    expect([excluded.pinned, excluded.excluded]).toEqual([[], ['a1']]);
  });

  it('remembers what was really sent', () => {
    const session = run(opened, ...written('a'), {
      type: 'reply-sent',
      at: 'x',
      text: 'Hi!',
      changes: 1,
      distance: 1,
    });
    expect(session.insertion).toEqual({ state: 'sent', at: 'x', text: 'Hi!', changes: 1, distance: 1 });
  });
});

describe('a second reading of a draft', () => {
  const reading: SecondReading = {
    state: 'read',
    sentences: 1,
    opinions: [
      {
        block: 0,
        item: null,
        start: 0,
        end: 15,
        sentence: 'Boats are lent.',
        says: 'not-stated',
        words: null,
      },
    ],
    failure: null,
    usage: null,
  };
  const told = (text: string, change: Partial<SecondReading> = {}): SessionAction[] => [
    ...written('a'),
    { type: 'edited', id: 'a', document: document(text), claims: [] },
    { type: 'second-reading-changed', id: 'a', reading: { ...reading, ...change } },
  ];
  const readingOf = (session: DraftSession) => currentAlternative(session)?.secondReading;

  it('is kept with its version, and costs no press before inserting', () => {
    const session = run(opened, ...told('Boats are lent.'));
    expect(readingOf(session)).toEqual(reading);
    expect(claimsToSettle(session)).toEqual([]);
  });

  it('loses what it says of a sentence that was changed, before or after it came', () => {
    expect(readingOf(run(opened, ...told('Boats are sold.')))?.opinions).toEqual([]);
    const edited: SessionAction[] = [
      { type: 'edited', id: 'a', document: document('Hello. Boats are lent.'), claims: [] },
      { type: 'claims-checked', id: 'a', claims: [] },
    ];
    expect(readingOf(run(opened, ...told('Boats are lent.'), ...edited))?.opinions).toMatchObject([
      { start: 7 },
    ]);
  });

  it('broke off when the panel went away meanwhile', () => {
    const left = run(opened, ...told('Boats are lent.', { state: 'reading' }));
    expect(readingOf(run({ type: 'restored', session: left }))).toMatchObject({
      state: 'failed',
      failure: { code: 'cut' },
      opinions: reading.opinions,
    });
  });
});
