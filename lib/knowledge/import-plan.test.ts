import { describe, expect, it } from 'vitest';
import { type ArticleDraft, createImportPlanner, planImport } from './import-plan';
import type { KnownArticle } from './repository';
import { blankContent } from './versions';

function draft(externalId: string, scope = 'help/'): ArticleDraft {
  return {
    where: externalId,
    externalId,
    scope,
    url: null,
    updatedAt: null,
    content: { ...blankContent, title: externalId },
    verification: null,
  };
}

function known(externalId: string, hash: string, version = 1, importedVersion = 1): KnownArticle {
  const imported = { hash, version: importedVersion };
  return { articleId: `id-${externalId}`, title: externalId, version, externalId, scope: 'help/', imported };
}

describe('import plan', () => {
  it('tells new, changed, unchanged, both-changed and gone apart', () => {
    const existing = [
      known('a', '1'),
      known('b', '2'),
      known('c', '3', 2),
      known('d', '4'),
      known('e', '5', 2),
    ];
    const plan = planImport(existing, [
      { draft: draft('a'), hash: '1' },
      { draft: draft('b'), hash: '2-new' },
      { draft: draft('c'), hash: '3-new' },
      { draft: draft('e'), hash: '5' },
      { draft: draft('f'), hash: '6' },
    ]);
    expect(plan.unchanged.map((each) => each.externalId)).toEqual(['a', 'e']);
    expect(plan.changed.map(({ known }) => known.externalId)).toEqual(['b']);
    expect(plan.bothChanged.map(({ known }) => known.externalId)).toEqual(['c']);
    expect(plan.gone.map((each) => each.externalId)).toEqual(['d']);
    expect(plan.new.map((each) => each.externalId)).toEqual(['f']);
  });

  it('refuses the second row with one id and says where the first stands', () => {
    const plan = planImport(
      [],
      [
        { draft: { ...draft('a'), where: 'one.md' }, hash: '1' },
        { draft: { ...draft('a'), where: 'two.md' }, hash: '2' },
      ],
    );
    expect(plan.new).toHaveLength(1);
    expect(plan.refused).toMatchObject([
      { why: 'duplicate-id', firstWhere: 'one.md', draft: { where: 'two.md' } },
    ]);
  });

  it('knows a renamed file by its content, and does not call the old name gone', () => {
    const planner = createImportPlanner([known('help/old.md', '1')]);
    expect(planner.judge({ draft: draft('help/new.md'), hash: '1' }).kind).toBe('unchanged');
    const { gone, moved } = planner.finish();
    expect(gone).toEqual([]);
    expect(moved).toMatchObject([
      { known: { externalId: 'help/old.md' }, draft: { externalId: 'help/new.md' } },
    ]);
  });

  it('calls nothing gone outside of what was read', () => {
    const elsewhere = { ...known('other/x.md', '9'), scope: 'other/' };
    const never = { ...known('y', '8'), scope: null };
    expect(planImport([elsewhere, never], [{ draft: draft('help/a.md'), hash: '1' }]).gone).toEqual([]);
  });
});
