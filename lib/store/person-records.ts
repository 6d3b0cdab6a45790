import type { Table } from 'dexie';
import type { StoreFailure } from '@/lib/knowledge/repository';
import { type Excerpt, type PersonMatcher, textsOf } from '@/lib/privacy/person';
import { mayErase, type PersonKind } from '@/lib/privacy/person-kinds';
import type { Result } from '@/lib/result';
import { removeArticles } from './articles';
import type { BodyRow, FootnoteDatabase } from './database';
import { attempt } from './failure';
import type { Outcome } from './outcome';
import { dropQuestions } from './questions';

export interface PersonRecord {
  readonly kind: PersonKind;
  /** Of the record: a ticket's key, an outcome's, an article's or an audit entry's id. */
  readonly id: string;
  /** As people know it: the ticket, the article's title. */
  readonly title: string;
  /** ISO 8601; `null`: not known. */
  readonly at: string | null;
  /** `null`: found by its ticket, not by its words. */
  readonly excerpt: Excerpt | null;
  /** As it is stored, for the export. */
  readonly stored: unknown;
}

export interface PersonRecords {
  find(matcher: PersonMatcher): Promise<Result<PersonRecord[], StoreFailure>>;
  /**
   * Deletes what may be erased of these, and takes back what erased outcomes taught. Answers the articles that changed:
   * the index still holds their words until it is built anew.
   */
  erase(records: readonly PersonRecord[]): Promise<Result<string[], StoreFailure>>;
}

/** Rows read at a time, so that a large store neither fills the memory nor holds up the page. */
const rowsAtATime = 50;
/** Passages of the team's own articles, kept with a draft: they say nothing of the customer. */
const ownWords = new Set(['sources']);

export function createPersonRecords(db: FootnoteDatabase): PersonRecords {
  return {
    find: (matcher) => attempt(() => findAll(db, matcher)),
    erase: (records) => attempt(() => eraseAll(db, records.filter(mayErase))),
  };
}

async function findAll(db: FootnoteDatabase, matcher: PersonMatcher): Promise<PersonRecord[]> {
  const drafts = await findDrafts(db, matcher);
  const outcomes = await findOutcomes(db, matcher, new Set(drafts.map(({ id }) => id)));
  const tickets = new Set([...drafts.map(({ id }) => id), ...outcomes.map(({ title }) => title)]);
  // An outcome tells of a ticket whose draft does not name the person any more.
  const more = await findDrafts(db, forTickets(tickets));
  const known = new Set(drafts.map(({ id }) => id));
  const taught = outcomes.flatMap(({ stored }) => (stored as Outcome).taught ?? []);
  return [
    ...drafts,
    ...more.filter(({ id }) => !known.has(id)),
    ...outcomes,
    ...(await findInArticles(db, matcher, taught)),
    ...(await findAudit(db, matcher, tickets)),
  ];
}

function eraseAll(db: FootnoteDatabase, records: readonly PersonRecord[]): Promise<string[]> {
  const ofKind = (kind: PersonKind) => records.filter((record) => record.kind === kind);
  const idsOf = (kind: PersonKind) => ofKind(kind).map(({ id }) => id);
  const questions = ofKind('question').map(({ id, stored }) => ({
    articleId: id,
    question: stored as string,
    at: '',
  }));
  const tables = [
    db.drafts,
    db.outcomes,
    db.questions,
    db.heads,
    db.bodies,
    db.versions,
    db.meta,
    db.vectors,
  ];
  return db.transaction('rw', tables, async () => {
    await db.drafts.bulkDelete(idsOf('draft'));
    await db.outcomes.bulkDelete(idsOf('outcome'));
    if (questions.length > 0) await dropQuestions(db, questions);
    await removeArticles(db, idsOf('example'));
    return [...new Set([...idsOf('question'), ...idsOf('example')])];
  });
}

function forTickets(tickets: ReadonlySet<string>): PersonMatcher {
  return { find: () => null, isTicket: (key) => tickets.has(key) };
}

async function findDrafts(db: FootnoteDatabase, matcher: PersonMatcher): Promise<PersonRecord[]> {
  const found: PersonRecord[] = [];
  for await (const row of rowsOf(db.drafts)) {
    const { ticketKey, savedAt, session } = row;
    const excerpt = matcher.find(textsOf(session, ownWords));
    if (excerpt === null && !matcher.isTicket(ticketKey)) continue;
    found.push({ kind: 'draft', id: ticketKey, title: ticketKey, at: savedAt, excerpt, stored: row });
  }
  return found;
}

async function findOutcomes(
  db: FootnoteDatabase,
  matcher: PersonMatcher,
  tickets: ReadonlySet<string>,
): Promise<PersonRecord[]> {
  const found: PersonRecord[] = [];
  for await (const row of rowsOf(db.outcomes)) {
    const { id, ticketKey, at } = row;
    const excerpt = matcher.find(textsOf(row, ownWords));
    if (excerpt === null && !matcher.isTicket(ticketKey) && !tickets.has(ticketKey)) continue;
    found.push({ kind: 'outcome', id, title: ticketKey, at, excerpt, stored: row });
  }
  return found;
}

/** Questions by their words or by the outcome that taught them; articles and examples by their words, in any version. */
async function findInArticles(
  db: FootnoteDatabase,
  matcher: PersonMatcher,
  taught: readonly NonNullable<Outcome['taught']>[],
): Promise<PersonRecord[]> {
  const found: PersonRecord[] = [];
  const former = await findFormer(db, matcher);
  for await (const bodies of batchesOf(db.bodies)) {
    const heads = await db.heads.bulkGet(bodies.map(({ id }) => id));
    for (const [at, body] of bodies.entries()) {
      const head = heads[at];
      if (!head) continue;
      found.push(...questionsOf(head.title, body, matcher, taught));
      const { askedAs: _, ...words } = body;
      const excerpt = matcher.find(textsOf([head, words])) ?? former.get(body.id) ?? null;
      if (excerpt === null) continue;
      const kind = head.kind === 'example' ? 'example' : 'article';
      const stored = { head, body: words, versions: await versionsOf(db, body.id) };
      found.push({ id: body.id, title: head.title, at: head.updatedAt, kind, excerpt, stored });
    }
  }
  return found;
}

function questionsOf(
  title: string,
  { id, askedAs }: BodyRow,
  matcher: PersonMatcher,
  taught: readonly NonNullable<Outcome['taught']>[],
): PersonRecord[] {
  return askedAs.flatMap((question): PersonRecord[] => {
    const isTaught = taught.some((each) => each.question === question && each.articleIds.includes(id));
    const named = matcher.find([question]);
    if (named === null && !isTaught) return [];
    const excerpt = named ?? { before: question, match: '', after: '' };
    return [{ kind: 'question', id, title, at: null, excerpt, stored: question }];
  });
}

/** Articles whose former versions speak of the person. */
async function findFormer(db: FootnoteDatabase, matcher: PersonMatcher): Promise<Map<string, Excerpt>> {
  const found = new Map<string, Excerpt>();
  for await (const versions of batchesOf(db.versions)) {
    for (const version of versions) {
      const excerpt = matcher.find(textsOf(version));
      if (excerpt !== null) found.set(version.articleId, excerpt);
    }
  }
  return found;
}

function versionsOf(db: FootnoteDatabase, articleId: string) {
  const range = [
    [articleId, 0],
    [articleId, Number.MAX_SAFE_INTEGER],
  ] as const;
  return db.versions.where('[articleId+version]').between(range[0], range[1]).toArray();
}

async function findAudit(
  db: FootnoteDatabase,
  matcher: PersonMatcher,
  tickets: ReadonlySet<string>,
): Promise<PersonRecord[]> {
  const found: PersonRecord[] = [];
  for await (const entry of rowsOf(db.audit)) {
    const { event, seq, at } = entry;
    if (!('ticket' in event) || !(tickets.has(event.ticket) || matcher.isTicket(event.ticket))) continue;
    found.push({ kind: 'audit', id: String(seq), title: event.ticket, at, excerpt: null, stored: entry });
  }
  return found;
}

async function* rowsOf<Row, Key>(table: Table<Row, Key>): AsyncGenerator<Row> {
  for await (const rows of batchesOf(table)) yield* rows;
}

async function* batchesOf<Row, Key>(table: Table<Row, Key>): AsyncGenerator<Row[]> {
  const keys = await table.toCollection().primaryKeys();
  for (let at = 0; at < keys.length; at += rowsAtATime) {
    const rows = await table.bulkGet(keys.slice(at, at + rowsAtATime));
    yield rows.filter((row) => row !== undefined);
  }
}
