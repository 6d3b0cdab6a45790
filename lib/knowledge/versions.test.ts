import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical';
import { createIds } from './ids';
import {
  archiveArticle,
  blankContent,
  createArticle,
  editArticle,
  findBrokenVersion,
  restoreVersion,
  unarchiveArticle,
  type VersionTools,
  verifyArticle,
  versionOf,
} from './versions';

const digest = async (text: string) => createHash('sha256').update(text).digest('hex');

function tools(): VersionTools {
  let tick = 0;
  const newId = createIds(
    () => 1_795_000_000_000,
    () => 0.5,
  );
  return { digest, newId, now: () => `2026-11-24T10:00:0${tick++}.000Z` };
}

const returns = { ...blankContent, kind: 'policy' as const, title: 'Returns', body: '30 days.' };

describe('article versions', () => {
  it('chains every version to the hash of the one before', async () => {
    const at = tools();
    const first = await createArticle(returns, { author: 'Priya' }, at);
    const second = await editArticle(
      first.article,
      { body: '14 days.' },
      { author: 'Tom', summary: 'shorter' },
      at,
    );
    const third = await archiveArticle(second!.article, { author: 'Tom' }, at);

    expect(second!.article).toMatchObject({
      version: 2,
      author: 'Tom',
      previousHash: first.article.hash,
      body: '14 days.',
    });
    expect(second!.former).toMatchObject({ version: 1, content: { body: '30 days.' } });
    const history = [second!.former!, third!.former!, versionOf(third!.article)];
    expect(await findBrokenVersion(history, digest)).toBeNull();
  });

  it('finds the version that somebody tampered with, left out, or re-ordered', async () => {
    const at = tools();
    const first = await createArticle(returns, { author: 'Priya' }, at);
    const second = await editArticle(first.article, { body: '14 days.' }, { author: 'Tom' }, at);
    const third = await editArticle(second!.article, { body: '10 days.' }, { author: 'Tom' }, at);
    const [one, two, three] = [versionOf(first.article), second!.article, third!.article];
    const forged = { ...versionOf(two), content: { ...returns, body: '90 days.' } };

    expect(await findBrokenVersion([one, forged, versionOf(three)], digest)).toBe(2);
    expect(await findBrokenVersion([one, versionOf(three)], digest)).toBe(3);
  });

  it('makes no version when nothing changed', async () => {
    const at = tools();
    const { article } = await createArticle(returns, { author: 'Priya' }, at);
    expect(await editArticle(article, { body: '30 days.', tags: [] }, { author: 'Tom' }, at)).toBeNull();
    expect(await unarchiveArticle(article, { author: 'Tom' }, at)).toBeNull();
  });

  it('restores an old version as a new one, so that nothing is lost', async () => {
    const at = tools();
    const first = await createArticle(returns, { author: 'Priya' }, at);
    const second = await editArticle(first.article, { body: '14 days.' }, { author: 'Tom' }, at);
    const restored = await restoreVersion(second!.article, second!.former!, { author: 'Priya' }, at);
    expect(restored!.article).toMatchObject({ version: 3, body: '30 days.', id: first.article.id });
  });

  it('verifies without a new version, and keeps the interval', async () => {
    const at = tools();
    const { article } = await createArticle(
      returns,
      { author: 'Priya', verification: { at: '2026-01-01T00:00:00Z', by: 'Priya', everyDays: 90 } },
      at,
    );
    const verified = verifyArticle(article, 'Tom', at);
    expect(verified.article).toMatchObject({ version: 1, verification: { by: 'Tom', everyDays: 90 } });
    expect(verified.expectedVersion).toBe(1);
  });
});

describe('canonical JSON', () => {
  it('gives equal values equal text, whatever the order of keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}');
    expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
  });
});

describe('ids', () => {
  it('sort by creation even within one millisecond', () => {
    const next = createIds(
      () => 1_795_000_000_000,
      () => 0.5,
    );
    const ids = Array.from({ length: 50 }, next);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(50);
    expect(ids[0]).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  });
});
