import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuditEvent } from '@/lib/privacy/audit';
import { ok } from '@/lib/result';
import type { AuditRepository } from '@/lib/store/audit';
import type { PersonRecord } from '@/lib/store/person-records';
import { until } from '@/test/support/until';
import type { PeopleDeps } from '../deps';
import type { Indexing } from '../indexing';
import { createMessages } from '../messages';
import { createPerson } from './person';

const record = (kind: PersonRecord['kind'], id: string): PersonRecord => ({
  kind,
  id,
  title: id,
  at: null,
  excerpt: null,
  stored: { text: 'Ida Quell' },
});

let kept: PersonRecord[];
const told: string[][] = [];
const noted: AuditEvent[] = [];
const saved: { name: string; text: string }[] = [];
const indexing = { rebuild: vi.fn(async () => true) };
const people: PeopleDeps = {
  matcherOf: async (words) => (words === '' ? null : { find: () => null, isTicket: () => false }),
  find: async () => ok(kept),
  async erase(records) {
    kept = kept.filter((each) => !records.includes(each));
    return ok(['an-article']);
  },
  tellErased: (keys) => told.push([...keys]),
};

function setUp(change: Partial<PeopleDeps> = {}) {
  return createPerson(
    {
      people: { ...people, ...change },
      audit: { append: async (event) => ok(void noted.push(event)) } as AuditRepository,
      clock: { now: () => new Date('2026-11-24T09:00:00Z'), elapsed: () => 0, sleep: async () => {} },
      download: (name, pieces) => saved.push({ name, text: pieces.join('') }),
    },
    createMessages(),
    indexing as unknown as Indexing,
  );
}
const phaseIs = (person: ReturnType<typeof setUp>, phase: string) =>
  until(() => expect(person.get().phase).toBe(phase));

beforeEach(() => {
  told.length = 0;
  noted.length = 0;
  saved.length = 0;
  indexing.rebuild.mockClear();
  kept = [record('draft', 'zendesk:a.example:1'), record('outcome', 'o1'), record('audit', '9')];
});

describe('one person in the settings', () => {
  it('is found, saved as JSON, and erased after one more question, with a look afterwards', async () => {
    const person = setUp();
    person.actions.look('Ida Quell');
    await phaseIs(person, 'found');
    expect(person.get().records).toHaveLength(3);
    person.actions.download();
    expect(saved[0]!.name).toBe('footnote-person-2026-11-24.json');
    expect(JSON.parse(saved[0]!.text)).toMatchObject({ lookedFor: 'Ida Quell', records: kept });

    person.actions.erase();
    expect(kept).toHaveLength(3);
    person.actions.askErase();
    person.actions.erase();
    await phaseIs(person, 'erased');
    expect(person.get()).toMatchObject({ erased: 2, records: [{ kind: 'audit' }] });
    expect(told).toEqual([['zendesk:a.example:1']]);
    expect(noted).toEqual([{ kind: 'erased', counts: { draft: 1, outcome: 1 } }]);
    expect(indexing.rebuild).toHaveBeenCalledOnce();
  });

  it('says so when something is there again, and when the index could not be built', async () => {
    const again = setUp({ erase: async () => ok([]) });
    again.actions.look('Ida Quell');
    await phaseIs(again, 'found');
    again.actions.askErase();
    again.actions.erase();
    await phaseIs(again, 'left');
    expect(indexing.rebuild).not.toHaveBeenCalled();

    indexing.rebuild.mockResolvedValueOnce(false);
    const person = setUp();
    person.actions.look('Ida Quell');
    await phaseIs(person, 'found');
    person.actions.askErase();
    person.actions.erase();
    await phaseIs(person, 'left');
  });

  it('looks for nothing when too little is told', async () => {
    const person = setUp();
    person.actions.look('');
    await until(() => expect(person.get()).toMatchObject({ phase: 'idle', isTooShort: true }));
  });
});
