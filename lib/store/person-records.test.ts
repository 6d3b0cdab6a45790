import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { emptySession } from '@/lib/draft/session/session';
import type { DraftSession } from '@/lib/draft/session/session-state';
import type { Article } from '@/lib/knowledge/article';
import { versionOf } from '@/lib/knowledge/versions';
import { type Checks, loadChecks } from '@/lib/privacy/checks';
import { createPersonMatcher } from '@/lib/privacy/person';
import { mayErase } from '@/lib/privacy/person-kinds';
import { buildIndex, type IndexWriting } from '@/lib/search/worker/build-index';
import { SearchEngine } from '@/lib/search/worker/engine';
import { aMessage, anArticle, aSource, aTicket } from '@/test/support/draft-fixtures';
import { learnFromOutcome } from './asked';
import { createIndexStorage } from './index-storage';
import type { Outcome } from './outcome';
import { createPersonRecords, type PersonRecord, type PersonRecords } from './person-records';
import { openStore, type Store } from './store';

const hers = 'zendesk:acme.zendesk.com:31';
const alsoHers = 'zendesk:acme.zendesk.com:32';
const other = 'zendesk:acme.zendesk.com:40';

function draftOf(id: string, name: string, email: string, text: string): DraftSession {
  const ticket = aTicket({
    id,
    customer: { id: null, name, email, phone: null, locale: 'en', note: null },
    messages: [aMessage({ text, author: { role: 'customer', name } })],
  });
  return {
    ...emptySession,
    ticketKey: `zendesk:acme.zendesk.com:${id}`,
    ticket,
    // The team's own words name a person of the same name: nothing of a customer.
    sources: [aSource({ text: 'Ask Tilda Brenner for keys.' })],
  };
}

function outcomeOf(id: string, ticketKey: string, sentText: string): Outcome {
  return {
    id,
    ticketKey,
    at: `2026-11-24T10:00:0${id}.000Z`,
    writtenBy: 'No model',
    draftText: sentText,
    insertedText: sentText,
    sentText,
    visibility: 'public',
    editDistance: 0,
    tookMs: 1,
    useful: null,
    taught: null,
    sources: [{ articleId: 'lids', articleVersion: 1, number: 1, cited: true }],
  };
}

let store: Store;
let people: PersonRecords;
let checks: Checks;

const put = async (article: Article, former: Article | null = null) => {
  const written = await store.articles.put([
    { article, former: former && versionOf(former), expectedVersion: former?.version ?? 0 },
  ]);
  if (!written.ok) throw new Error(written.error.code);
};
const findAll = async (words: string): Promise<PersonRecord[]> => {
  const found = await people.find(createPersonMatcher(words, checks)!);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
};
const namesOf = (records: readonly PersonRecord[]) => records.map(({ kind, id }) => `${kind} ${id}`).sort();

beforeEach(async () => {
  store = await openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  people = createPersonRecords(store.database);
  checks = await loadChecks();
  await put(anArticle({ id: 'lids', title: 'Lids', askedAs: [], body: 'A lid is replaced.' }));
  await put(anArticle({ id: 'keys', title: 'Keys', body: 'Ask Tilda Brenner for keys.' }));
  const letter = anArticle({
    id: 'letter',
    title: 'A good letter',
    kind: 'example',
    body: 'Dear Ms Brenner, dear Tilda, …',
    example: { verdict: 'good', reason: 'warm', replacement: null },
  });
  await put(letter);
  await put({ ...letter, version: 2, body: 'Dear customer, …' }, letter);
  await store.drafts.saveDraft(
    hers,
    draftOf('31', 'Tilda Brenner', 'tilda@brenner.example', 'My lid broke.'),
  );
  await store.drafts.saveDraft(other, draftOf('40', 'Tilda Moos', 'tilda@moos.example', 'Where is it?'));
  await store.outcomes.append(outcomeOf('1', hers, 'We replace the lid.'));
  await store.outcomes.append(outcomeOf('2', alsoHers, 'Dear Tilda Brenner, it is sent.'));
  await store.outcomes.append(outcomeOf('3', other, 'It is on its way.'));
  await learnFromOutcome(store, outcomeOf('1', hers, 'We replace the lid.'), 'my zeppelin lid cracked');
  await learnFromOutcome(store, outcomeOf('3', other, 'It is on its way.'), 'where does the parcel wander');
  await store.audit.append({
    kind: 'drafted',
    by: null,
    ticket: hers,
    draft: 'd1',
    articles: [],
    provider: 'openai',
    model: 'small-1',
    hosts: ['llm.example.net'],
    promptHash: 'f'.repeat(64),
    masked: { PERSON: 1 },
  });
});

describe('everything about one person', () => {
  it('is found by name in every store: in drafts, outcomes, what they taught, examples in any version, the log', async () => {
    expect(namesOf(await findAll('tilda brenner'))).toEqual([
      'article keys',
      'audit 1',
      `draft ${hers}`,
      'example letter',
      'outcome 1',
      'outcome 2',
      'question lids',
    ]);
  });

  it('is found by address and by ticket, with all that hangs on the ticket', async () => {
    const found = ['audit 1', `draft ${hers}`, 'outcome 1', 'question lids'];
    expect(namesOf(await findAll('Tilda+shop@brenner.example'))).toEqual(found);
    expect(namesOf(await findAll('#31'))).toEqual(found);
  });

  it('is found in a question that masking left a name in', async () => {
    await put(anArticle({ id: 'pots', title: 'Pots', askedAs: ['why does Tilda Brenner get no pot'] }));
    const [question] = (await findAll('Brenner, Tilda')).filter(({ id }) => id === 'pots');
    expect(question).toMatchObject({ kind: 'question', excerpt: { match: 'Tilda Brenner' } });
  });

  it('is found in drafts that this build cannot read', async () => {
    await store.database.drafts.put({
      ticketKey: 'old:1',
      savedAt: '2026-01-01',
      session: { who: 'Tilda Brenner' },
    });
    expect(namesOf(await findAll('Tilda Brenner'))).toContain('draft old:1');
  });

  it('goes when it is erased, from the index as well, and nothing of anybody else goes', async () => {
    const writing: IndexWriting = {
      storage: createIndexStorage(store.database),
      lock: (work) => work(),
      announce: () => {},
    };
    const engine = new SearchEngine({ ...writing, onGeneration: () => {} });
    const reindex = async () => {
      expect((await buildIndex(writing, () => {}, new AbortController().signal)).ok).toBe(true);
      await engine.refresh();
    };
    await reindex();
    const hits = async (text: string) => (await engine.search({ text, limit: 3 })).hits.length;
    const indexed = async () =>
      (await store.database.segments.toArray())
        .map((segment) => Buffer.from(segment.bytes).toString('latin1'))
        .join('');
    expect(await hits('zeppelin')).toBeGreaterThan(0);
    expect(await indexed()).toContain('zeppelin');

    const erased = await people.erase((await findAll('Tilda Brenner')).filter(mayErase));
    expect(erased.ok && [...erased.value].sort()).toEqual(['letter', 'lids']);
    await reindex();

    expect(namesOf(await findAll('Tilda Brenner'))).toEqual(['article keys']);
    expect(namesOf(await findAll('#31'))).toEqual(['audit 1']);
    expect(await hits('zeppelin')).toBe(0);
    expect(await indexed()).toContain('parcel');
    expect(await indexed()).not.toContain('zeppelin');
    expect(await store.database.versions.count()).toBe(0);
    expect(JSON.stringify(await store.database.questions.toArray())).not.toContain('zeppelin');

    expect(namesOf(await findAll('#40'))).toEqual([`draft ${other}`, 'outcome 3', 'question lids']);
    const check = await store.audit.check();
    expect(check.ok && check.value.ok).toBe(true);
  });

  it('leaves an article and the log alone, whatever it is told to erase', async () => {
    await people.erase(await findAll('Tilda Brenner'));
    expect((await store.articles.get('keys')).ok && (await store.articles.get('keys'))).toMatchObject({
      value: { body: 'Ask Tilda Brenner for keys.' },
    });
    expect(await store.database.audit.count()).toBe(1);
  });
});
