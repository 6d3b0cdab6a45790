import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseReply } from '@/lib/draft/reply/parse-reply';
import { reduceSession } from '@/lib/draft/session/reduce-session';
import { emptySession } from '@/lib/draft/session/session';
import type { Alternative, DraftSession } from '@/lib/draft/session/session-state';
import type { AuditEvent } from '@/lib/privacy/audit';
import { aSource, aTicket } from '@/test/support/draft-fixtures';
import { createAuditTrail } from './audit-trail';

const digest = async (text: string) => createHash('sha256').update(text).digest('hex');
const ticket = aTicket();
const sources = [
  aSource({ number: 1, articleId: 'refunds', articleVersion: 3 }),
  aSource({ number: 2, articleId: 'refunds', articleVersion: 3 }),
  aSource({ number: 3, articleId: 'shipping', articleVersion: 1 }),
];
const document = (text: string) => parseReply(text, new Set([1, 2, 3])).document;

const alternative: Alternative = {
  id: 'draft-1',
  document: document('Dear Ann, it takes five days [1].'),
  instruction: null,
  writtenBy: 'small-1',
  finished: 'complete',
  editedByAgent: false,
  startedAt: '2026-11-24T09:00:00Z',
  tookMs: 900,
  usage: null,
  claims: [],
  kept: [],
  sources,
  warnings: [],
};

function sessionWith(change: Partial<Alternative>, insertion: DraftSession['insertion']): DraftSession {
  const ticketKey = 'zendesk:acme.zendesk.com:7';
  return {
    ...emptySession,
    ticket,
    ticketKey,
    alternatives: [{ ...alternative, ...change }],
    current: 0,
    insertion,
  };
}

const inTheBox: DraftSession['insertion'] = {
  state: 'verified',
  at: '2026-11-24T09:01:00Z',
  lastMessageAt: '2026-11-24T08:00:00Z',
  placement: 'append',
  result: {
    ticketId: '7',
    mode: 'public',
    paragraphs: 2,
    text: 'Mine. Dear Ann, it takes five days.',
    before: 'Mine.',
    formatting: 'kept',
  },
};

function trailOf({ isFull = false } = {}) {
  const written: AuditEvent[] = [];
  const lost: string[] = [];
  const sleeps: (() => void)[] = [];
  const clock = {
    now: () => new Date('2026-11-24T09:00:00Z'),
    elapsed: () => 0,
    sleep: () => new Promise<void>((resolve) => sleeps.push(resolve)),
  };
  const appendAudit = async (event: AuditEvent) => {
    if (!isFull) written.push(event);
    return !isFull;
  };
  const never = new AbortController().signal;
  const trail = createAuditTrail({ appendAudit, digest, clock }, () => lost.push('lost'), never);
  const wake = async () => {
    for (const done of sleeps.splice(0)) done();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { trail, written, lost, wake };
}

const begun = {
  kind: 'drafted' as const,
  ticket,
  alternative,
  provider: { id: 'openai', label: 'small-1', egress: ['llm.example.net'] },
  prompt: [{ role: 'user' as const, content: 'Where is it, [PERSON_1]?' }],
  outbound: () => ({ masked: { PERSON: 1 } }),
};

describe('the audit trail of a panel', () => {
  it('tells of a draft after its request is out, once, without a word of it', async () => {
    const { trail, written, wake } = trailOf();
    trail.begun(begun);
    expect(written).toEqual([]);
    await wake();
    expect(written).toEqual([
      {
        kind: 'drafted',
        by: 'Maya Ray',
        ticket: 'zendesk:acme.zendesk.com:7',
        draft: 'draft-1',
        articles: [
          { id: 'refunds', version: 3 },
          { id: 'shipping', version: 1 },
        ],
        provider: 'openai',
        model: 'small-1',
        hosts: ['llm.example.net'],
        promptHash: await digest('[{"content":"Where is it, [PERSON_1]?","role":"user"}]'),
        masked: { PERSON: 1 },
      },
    ]);
  });

  it('tells by its hash what was sent before a request to find by meaning', async () => {
    const { trail, written, wake } = trailOf();
    for (const question of [['where is it'], []]) {
      trail.begun({ ...begun, question });
      await wake();
    }
    expect(written.map((event) => 'questionHash' in event)).toEqual([true, false]);
    expect(written[0]).toMatchObject({ questionHash: await digest('["where is it"]') });
  });

  it('writes what waits when the panel goes, and not again later', async () => {
    const { trail, written, wake } = trailOf();
    trail.begun({ ...begun, prompt: [], outbound: null });
    trail.flush();
    await wake();
    expect(written).toMatchObject([{ promptHash: null, masked: {} }]);
    expect(written).toHaveLength(1);
  });

  it('tells what was inserted: cited articles, claims taken on, distance from the draft as written', async () => {
    const { trail, written } = trailOf();
    const claim = {
      block: 0,
      item: null,
      start: 0,
      end: 4,
      text: 'five days',
      citations: [],
      from: null,
      state: 'kept' as const,
      reason: 'promise-without-source' as const,
    };
    const claims = [
      { ...claim, id: 'a' },
      { ...claim, id: 'b' },
      { ...claim, id: 'c', state: 'no-source' as const },
    ];
    const edited = reduceSession(sessionWith({}, inTheBox), {
      type: 'edited',
      id: 'draft-1',
      document: document('Dear Ann, it takes nine days [1].'),
      claims,
    });
    expect(await trail.inserted(edited)).toBe(true);
    expect(written).toMatchObject([
      {
        kind: 'inserted',
        visibility: 'public',
        articles: [{ id: 'refunds', version: 3 }],
        kept: { 'promise-without-source': 2 },
        editDistance: 2,
      },
    ]);
    expect(JSON.stringify(written)).not.toContain('days');
  });

  it('measures a sent reply against the draft as written, however often it was edited', async () => {
    const { trail, written } = trailOf();
    const edit = (session: DraftSession, text: string) =>
      reduceSession(session, { type: 'edited', id: 'draft-1', document: document(text), claims: [] });
    const session = edit(
      edit(sessionWith({}, inTheBox), 'Something else.'),
      'Hello Ann, it takes five days [1].',
    );
    await trail.sent(session, { text: 'Hello Ann, it takes five days.', visibility: 'public' });
    expect(written).toMatchObject([{ kind: 'sent', editDistance: 4 }]);
  });

  it('says so when an entry cannot be kept', async () => {
    const { trail, lost, wake } = trailOf({ isFull: true });
    trail.begun(begun);
    await wake();
    expect(lost).toHaveLength(1);
    expect(await trail.inserted(sessionWith({}, inTheBox))).toBe(false);
    expect(lost).toHaveLength(2);
  });

  it('has nothing to tell of an insertion that was not read back', async () => {
    const { trail, written } = trailOf();
    expect(await trail.inserted(sessionWith({}, { state: 'none' }))).toBe(true);
    expect(written).toEqual([]);
  });
});
