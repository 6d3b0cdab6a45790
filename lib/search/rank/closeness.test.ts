import { describe, expect, it } from 'vitest';
import { indexOf, testDocument } from '../document-fixture';
import { areWordings, closeness, toLineQuery } from './closeness';
import { resolveTerms } from './resolve';
import { wordingsOf } from './wordings';

const asked = ['order a fern', 'order a rose', 'order a cactus', 'order some moss', 'order a palm'];
const alike = ['order fern', 'order rose', 'order cactus', 'order moss', 'order palm'];
const other = [
  'ship it to the garden',
  'roots must be strong',
  'pot size and colour',
  'gift wrapping',
  'two of them',
];
const index = indexOf(
  Object.entries({ repeating: [...asked, ...alike], varied: [...asked, ...other] }).map(
    ([articleId, lines]) => testDocument({ articleId, body: lines.join('\n') }),
  ),
);
const wordings = wordingsOf(index)!;
const [repeating, varied] = [...wordings.ofArticle.values()];

function closenessTo(lines: typeof repeating, words: readonly string[]): number {
  const terms = words.map((term) => ({ term, count: 1 }));
  return closeness(wordings, lines!, toLineQuery(wordings, terms, resolveTerms(index, terms).resolved));
}

describe('closeness', () => {
  it('asks less where the lines of an article differ among themselves', () => {
    expect(areWordings(wordings, repeating!)).toBe(true);
    // Lines of two words say the same of the query as those of three: what they share is not what tells them apart.
    expect(closenessTo(varied, ['order', 'dahlia'])).toBeGreaterThan(
      closenessTo(repeating, ['order', 'dahlia']),
    );
  });

  it('is nothing where no line has a word of the query', () => {
    expect(closenessTo(varied, ['dahlia'])).toBe(0);
    expect(closenessTo(varied, [])).toBe(0);
  });
});
