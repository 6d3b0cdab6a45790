import { writeFileSync } from 'node:fs';
import { allFakers } from '@faker-js/faker';

/**
 * Makes the table of first names: `npm run names`. The names are those of Faker (MIT) in all its locales; words that
 * Faker also knows as something else (goods, colours, countries, everyday words) are left out, since those
 * stand in tickets far more often than the names.
 */
/** Only in scripts with capitals are names told from words. */
const inCapitals = /^(?=.{3,})[\p{Lu}][\p{Ll}\p{Lu}\p{M}'’-]+$/u;
export const target = 'lib/privacy/first-names.ts';

export function firstNamesTable(): string {
  const names = new Set<string>();
  const other = new Set<string>();
  for (const [locale, faker] of Object.entries(allFakers)) {
    if (locale === 'base') continue;
    const { person, word, commerce, color, location, date, animal, food } = faker.rawDefinitions as Record<
      string,
      Record<string, unknown> | undefined
    >;
    for (const name of wordsOf(person?.first_name)) {
      if (inCapitals.test(name)) names.add(name.toLowerCase());
    }
    const things = [word, commerce, color, date, animal, food, location?.country];
    for (const thing of things) for (const name of wordsOf(thing)) addParts(other, name);
  }
  const kept = [...names].filter((name) => !other.has(name)).sort();
  return [
    '// Written by test/support/first-names.ts from the tables of @faker-js/faker, MIT licence,',
    '// copyright its contributors. Names in lower case; those that are also ordinary words are left out.',
    `export const firstNames =\n  '${kept.join(' ').replaceAll("'", '’')}';\n`,
  ].join('\n');
}

function addParts(set: Set<string>, words: string): void {
  for (const part of words.toLowerCase().split(/[^\p{L}\p{M}'’-]+/u)) set.add(part);
}

/** All strings in a definition, however it is nested. */
function wordsOf(definition: unknown): string[] {
  if (typeof definition === 'string') return [definition];
  if (typeof definition !== 'object' || definition === null) return [];
  return Object.values(definition).flatMap(wordsOf);
}

if (process.argv[1]?.endsWith('first-names.ts')) writeFileSync(target, firstNamesTable());
