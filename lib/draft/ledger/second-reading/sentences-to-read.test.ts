import { describe, expect, it } from 'vitest';
import { parseReply } from '@/lib/draft/reply/parse-reply';
import { claimsOf } from '@/test/support/ledger-fixtures';
import { sentencesToRead } from './sentences-to-read';

const passages = [
  'Parcels below 20 kg go by post. A pick-up costs 6 euros.',
  'Cellars are closed on Sundays.',
];

function chosen(draft: string, known: Parameters<typeof claimsOf>[1] = {}) {
  const { document } = parseReply(draft, new Set([1, 2]));
  return sentencesToRead(document, claimsOf(draft, { sources: passages, ...known }));
}
const texts = (draft: string, known?: Parameters<typeof claimsOf>[1]) =>
  chosen(draft, known).map(({ text }) => text);

describe('the sentences of a second reading', () => {
  it.each<[string, string, string?]>([
    ['a denial', 'Your kayak does not go by post [1].'],
    ['eine Verneinung', 'Ihr Kajak wird nicht per Post verschickt [1].'],
    ['une négation', 'Votre kayak ne part pas par la poste [1].'],
    ['una negación', 'Su kayak no va por correo [1].'],
    ['una negazione', 'Il suo kayak non viaggia per posta [1].'],
    ['uma negação', 'O seu caiaque não segue pelo correio [1].'],
    ['een ontkenning', 'Uw kajak gaat niet met de post [1].'],
    ['what is granted', 'The carrying frame is covered for both of you [1].'],
    ['was gewährt wird', 'Das Tragegestell ist in Ihrem Vertrag inbegriffen [1].'],
    ['ce qui est dû', 'Vous devez garder la housse au sec [1].'],
    ['a promise', 'We will send a replacement with the van [1].'],
    ['a done action', 'I have cancelled the second booking.'],
    ['a figure of the customer alone', 'You were told that it takes 9 days.', 'It takes 9 days, I was told.'],
  ])('are those with %s', (_, draft, customer) => {
    expect(texts(draft, customer === undefined ? {} : { customer })).toHaveLength(1);
  });

  it.each([
    'Thank you for your message.',
    'Please do not hesitate to write to us.',
    'Zögern Sie nicht, uns zu schreiben.',
    'N’hésitez pas à nous écrire.',
    'Was the paddle not in the parcel?',
    'The pick-up costs 6 euros [1].',
    'Kind regards',
  ])('are not those that state little or stand on their footnote: %s', (draft) => {
    expect(texts(draft)).toEqual([]);
  });

  it('are those with a mark, with the passages that they stand on', () => {
    const draft = 'The pick-up costs 8 euros [1]. We leave at dawn. It takes 12 minutes.';
    const read = chosen(draft);
    expect(read.map(({ text }) => text)).toEqual(['The pick-up costs 8 euros.', 'It takes 12 minutes.']);
    expect(read.map(({ citations }) => citations)).toEqual([[1], []]);
  });

  it('stand on the footnote of their run', () => {
    expect(chosen('We never open then. Cellars are closed on Sundays [2].')[0]).toMatchObject({
      text: 'We never open then.',
      citations: [2],
    });
  });

  it('are at most twelve, unmarked ones before marked ones, in reading order', () => {
    const marked = Array.from({ length: 9 }, (_, index) => `Shed ${index + 1} costs ${700 + index} euros.`);
    const risky = Array.from({ length: 9 }, (_, index) => `Boat ${'ABCDEFGHI'[index]} cannot be lent.`);
    const draft = marked.flatMap((text, index) => [text, risky[index]!]).join(' ');
    const read = texts(draft);
    expect(read).toHaveLength(12);
    expect(risky.every((text) => read.includes(text))).toBe(true);
    expect(read).toEqual(draft.split(/(?<=\.) /u).filter((text) => read.includes(text)));
  });
});
