import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ticket } from '@/lib/ticket/ticket';
import { createPeopleFinder } from './find-people';

type Person = { name: string; email?: string; phone?: string; lines?: string };

function finderFor({ name, email, phone, lines }: Person) {
  return createPeopleFinder({
    customer: { id: null, name, email: email ?? null, phone: phone ?? null, locale: null, note: null },
    agentName: null,
    messages: [],
    orders: lines ? [{ shippingAddress: { name: null, phone: null, lines } }] : [],
  } as unknown as Ticket);
}

/** The letters and digits that are left over. */
function left(person: Person, text: string): string {
  const found = finderFor(person)(text);
  return [...text].filter((_, at) => !found.some(({ start, end }) => start <= at && at < end)).join('');
}

/** Per person: forms as people write them. Each must be covered whole, up to an ending behind it. */
const table: readonly [Person, readonly string[]][] = [
  [
    { name: 'Jörg Müllenbach' },
    [
      'Jörg Müllenbach',
      'JÖRG MÜLLENBACH',
      'Joerg Muellenbach',
      'Jorg Mullenbach',
      'Müllenbach, Jörg',
      'Müllenbachs',
      'J. Müllenbach',
      'Jörg M.',
      'Mülenbach',
      'Mullenbahc',
      'jörg',
      'joergmuellenbach',
      'jmullenbach',
    ],
  ],
  [
    { name: 'Zofia Wiśniarska' },
    ['Zofii Wiśniarskiej', 'Zofię Wiśniarską', 'Zofio', 'Wisniarska', 'ZOFIA', 'Zofią'],
  ],
  [{ name: 'Petr Havlíček' }, ['Petra Havlíčka', 'Petrovi', 'Havlíčkem']],
  [{ name: 'Aino Lehtovaara' }, ['Ainon', 'Lehtovaaran', 'Ainolle', 'Lehtovaaralta', 'Ainossa']],
  [{ name: 'Ayşe Gündoğan' }, ["Ayşe'nin", "Gündoğan'ın", 'Ayse Gundogan', 'AYŞE']],
  [{ name: 'Dmitri Volkonin' }, ['Дмитрий Волконин', 'Дмитрия Волконина', 'Волкониным', 'Dima', 'Dmitriy']],
  [{ name: 'Eleni Markopoulou' }, ['Ελένη Μαρκοπούλου', 'Eleni', 'ELENI MARKOPOULOU']],
  [{ name: 'Søren Kjærgaard' }, ['Soren Kjaergaard', 'Sørens', 'Soeren']],
  [
    { name: 'Alexander Thornbury' },
    [
      'Alex',
      'Alex Thornbury',
      'A. Thornbury',
      'A Thornbury',
      'Thornbury A.',
      'Thornbury’s',
      'Thronbury',
      'Thornburry',
      'thornbury.alexander',
      'athornbury47',
    ],
  ],
  [{ name: 'Grace May' }, ['Grace May', 'MAY, GRACE', 'grace may', 'gracemay']],
  [{ name: '王小明' }, ['王小明']],
  [
    { name: 'X Y', email: 'petrel.quillfeather+shop@mail.example', phone: '+44 7700 900388' },
    [
      'petrel.quillfeather+shop@mail.example',
      'PETREL.QUILLFEATHER+SHOP@MAIL.EXAMPLE',
      'petrel.quillfeather',
      '07700 900388',
      '+44 (0)7700-900388',
      '0044 7700 900388',
      '7700900388',
      '077 00 90 03 88',
    ],
  ],
  [
    { name: 'X Y', lines: '48 Larkspur Road\nFlat 3\nBX1 4QT\nBexhurst' },
    [
      '48 Larkspur Road',
      '48 larkspur rd.',
      'Larkspur Road 48',
      'Larkspur Rd',
      'BX1 4QT',
      'BX14QT',
      'BEXHURST',
      '48 Larkspur Road, Flat 3\nBX1 4QT Bexhurst',
    ],
  ],
  [
    { name: 'X Y', lines: 'Grünwinkelstraße 7\n80999\nBüchenau' },
    ['Grünwinkelstr. 7', 'Gruenwinkelstrasse 7', 'Grunwinkelstraße', '80999 Büchenau', 'Buechenau'],
  ],
];

describe('people whom the helpdesk knows', () => {
  it.each(table.flatMap(([person, forms]) => forms.map((form) => [person.name, form, person] as const)))(
    '%s as %s',
    (_, form, person) => {
      expect(left(person, form)).not.toMatch(/[\p{L}\p{N}]{2}(?<!['’]\p{L}*)|\d/u);
      expect(left(person, `Hello ${form}, thank you.`)).toMatch(
        /^Hello \W*(?:['’]\p{L}{1,4})?\W*, thank you\.$/u,
      );
    },
  );

  it.each([
    [{ name: 'Grace May' }, 'You may have a grace period.'],
    [{ name: 'Nora Ashdown' }, 'A normal noranda, see ashdownian-hill'],
    [{ name: 'Will Mark' }, 'It will leave a mark'],
    [{ name: 'Tom Best', phone: '5550142' }, 'Best regards, order 15550142'],
    [{ name: 'X Y', lines: '12 High Street\nUS' }, 'Let us go, 12 days'],
  ])('%o leaves words alone: %s', (person, text) => {
    expect(finderFor(person)(text)).toEqual([]);
  });

  it('tells two people apart who stand side by side', () => {
    const find = createPeopleFinder({
      customer: { id: null, name: 'Odalys Brenneck', email: null, phone: null, locale: null, note: null },
      agentName: 'Tamsin Vogler',
      messages: [],
      orders: [],
    });
    expect(find('Odalys Brenneck, Tamsin Vogler')).toHaveLength(2);
  });

  const letters = (min: number, max: number) =>
    fc
      .stringMatching(
        new RegExp(`^[b-df-hj-np-tv-z][aeiou][b-df-hj-np-tv-z]{1,2}[aeiou][a-z]{${min},${max}}$`, 'u'),
      )
      .map((word) => word[0]!.toUpperCase() + word.slice(1));
  it('finds any invented name in capitals, small letters, swapped, with an initial and in the genitive', () => {
    fc.assert(
      fc.property(letters(1, 3), letters(3, 6), (first, last) => {
        const person = { name: `${first} ${last}` };
        for (const form of [
          `${first} ${last}`,
          `${last}, ${first}`,
          `${first} ${last}`.toUpperCase(),
          `${first} ${last}`.toLowerCase(),
          `${first[0]}. ${last}`,
          `${last}s`,
          `${first.toLowerCase()}.${last.toLowerCase()}`,
        ])
          expect(left(person, form)).toMatch(/^[^\p{L}]?$/u);
      }),
      { numRuns: 300 },
    );
  });
});
