import { describe, expect, it } from 'vitest';
import { testDocument } from '../document-fixture';
import { search } from '../search';
import { createIndex } from '../search-index';
import { buildSegment } from '../segment/builder';
import { openSegment } from '../segment/open';

const list = (articleId: string, lines: readonly string[]) =>
  testDocument({ articleId, title: articleId, body: lines.join('\n') });

const gardenShop = [
  list('cancel a subscription', [
    'I want to cancel my seed box subscription',
    'stop my seed box',
    'how do I end the subscription for seeds',
    'please cancel the monthly box',
    'cancel subscription',
    'I no longer want the monthly seed box',
  ]),
  list('move a delivery day', [
    'can my plants come on another day',
    'I need to move the delivery of my plants to another day',
    'please deliver the plants a day later',
    'change the delivery day',
    'move my delivery',
    'can I change the day of delivery',
    'I want another delivery day',
  ]),
  list('plant arrived dead', [
    'the plant I received is dead',
    'my plants arrived dry and dead',
    'the leaves of my plant were dead when it arrived',
    'received a dead plant',
    'the plants arrived broken',
    'my plant arrived dead',
    'I received broken plants',
  ]),
];

function indexOf(documents: Parameters<typeof buildSegment>[0]) {
  const opened = openSegment(buildSegment(documents));
  if (!opened.ok) throw new Error(opened.error.code);
  return createIndex([opened.value]);
}
const garden = indexOf(gardenShop);
const evidenceOf = (text: string, index = garden, limit = 10) => search(index, { text, limit }).evidence;

describe('evidence of a list of wordings', () => {
  it.each([
    'cancel my seed box',
    'I received a dead plant',
    'please change the day of my delivery',
    'how do I cancel my subscripton',
  ])('is strong for another wording of the same matter: %s', (text) => {
    expect(evidenceOf(text)).toBe('strong');
  });

  it.each([
    'what day is the nursery open',
    'is the delivery van electric',
    'in which month do seeds become plants',
    'can I come to see the plants',
  ])('is not, for another matter in words of the same shop: %s', (text) => {
    expect(evidenceOf(text)).not.toBe('strong');
  });

  it('counts a name of many unseen words as one thing', () => {
    const many = evidenceOf('I received a dead Zamioculcas zamiifolia Raven');
    expect(many).toBe(evidenceOf('I received a dead Zamioculcas'));
    expect(many).toBe('strong');
  });

  it('does not depend on how many hits are wanted', () => {
    const texts = ['cancel my seed box', 'which plant likes shade', 'plant delivery friday', 'box'];
    for (const text of texts) expect(evidenceOf(text, garden, 1)).toBe(evidenceOf(text, garden, 20));
  });
});

describe('evidence of running text', () => {
  const paragraphs = list('Watering', [
    'Most ferns prefer soil that never dries out.',
    'Cacti rest in winter and need hardly any water then.',
    'Rain is softer than what comes from the tap.',
    'Brown tips tell of dry air rather than thirst.',
    'A saucer under the pot keeps your shelf clean.',
  ]);

  it.each(['water for cacti', 'Are brown tips from thirst?'])(
    'is no matter of nearness, though its paragraphs are as short as wordings: %s',
    (text) => {
      expect(evidenceOf(text, indexOf([...gardenShop, paragraphs]))).toBe('strong');
    },
  );

  it('stays strong beside lists of wordings that come near', () => {
    const article = testDocument({
      articleId: 'warranty',
      title: 'Warranty on plants',
      body: '## Warranty\n\nEvery plant carries a warranty of ninety days. Send a picture of the roots.',
    });
    expect(evidenceOf('How long is the warranty on a plant?', indexOf([...gardenShop, article]))).toBe(
      'strong',
    );
  });
});

describe('evidence of running text in a large base', () => {
  // Any two words meet in some article of long ones: nine words in ten are drawn from all, by a fixed rule.
  const things = ['fern', 'cactus', 'rose', 'moss', 'palm', 'ivy', 'tulip', 'lily', 'sage', 'mint'];
  const shared = Array.from({ length: 300 }, (_, i) => `word${i}x`).concat(
    'change',
    'name',
    'card',
    'price',
    'account',
  );
  const base = indexOf(
    Array.from({ length: 120 }, (_, i) => {
      const thing = `${things[i % 10]} ${things[Math.floor(i / 10) % 10]}`;
      const words = Array.from(
        { length: 150 },
        (_, w) => shared[(i * 37 + w * (i + 3) + w * w) % shared.length],
      );
      return testDocument({
        articleId: `plant-${i}`,
        title: `Keeping ${thing} healthy`,
        body: `Greenfly on ${thing} goes with soap${i} water. ${words.join(' ')}.`,
      });
    }),
  );

  it('is not strong for words that chance brings together', () => {
    expect(evidenceOf('change the name on my account card', base)).not.toBe('strong');
  });

  it('is strong for what one article tells', () => {
    expect(evidenceOf('how do I keep cactus and moss healthy against greenfly', base)).toBe('strong');
  });
});

describe('evidence of nothing', () => {
  it.each(['Hello there!', 'Thanks a lot', 'Danke, liebes Team'])('for manners alone: %s', (text) => {
    const learned = testDocument({
      articleId: 'x',
      title: 'Thanks',
      body: 'Hello there, thanks a lot, danke.',
    });
    expect(evidenceOf(text, indexOf([learned]))).toBe('none');
  });

  it('for words that no article has', () => {
    expect(evidenceOf('xylophone tuning Bratislava')).toBe('none');
  });
});
