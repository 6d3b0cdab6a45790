import { expect, it } from 'vitest';
import { describeRequest } from './outbound';

const about = { purpose: 'draft' as const, writer: 'house-12b', hosts: ['llm.example'], sentAt: null };
const content =
  '=== TICKET q7\nCustomer: I am [PERSON_1], card [CARD_1], [PERSON_1]\n=== END TICKET q7\n\n=== PASSAGES q7\n[1] Returns\n=== END PASSAGES q7\n\nThe agent adds: call [PHONE_1]';
const request = describeRequest(
  [
    { role: 'system', content: 'Words like [PERSON_1] stand for values.' },
    { role: 'user', content },
  ],
  about,
  (placeholder) => (placeholder === '[PERSON_1]' ? 'Odalys' : null),
);

it('holds every sign of the request, in its sections', () => {
  expect(request.sections.map(({ kind }) => kind)).toEqual(['system', 'ticket', 'passages', 'change']);
  const text = request.sections
    .flatMap(({ pieces }) => pieces.map((piece) => ('text' in piece ? piece.text : piece.placeholder)))
    .join('');
  const bare = (value: string) => value.replace(/\s/gu, '');
  expect(bare(text)).toBe(bare(`Words like [PERSON_1] stand for values.${content}`));
  expect(request.characters).toBe('Words like [PERSON_1] stand for values.'.length + content.length);
});

it('counts each value once, and nothing that stands for no value', () => {
  expect(request.masked).toEqual({ PERSON: 1, CARD: 1 });
});

it('knows the value of a placeholder, unless nobody may see it again', () => {
  expect(request.sections[1]?.pieces).toContainEqual({ placeholder: '[PERSON_1]', value: 'Odalys' });
  expect(request.sections[1]?.pieces).toContainEqual({ placeholder: '[CARD_1]', value: null });
});
