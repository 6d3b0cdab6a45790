import { describe, expect, it } from 'vitest';
import { unwrapReply } from './unwrap-reply';

describe('a reply that came as JSON', () => {
  it.each([
    ['alone', '{"reply": "Hi,\\n\\nit takes 7 days [1].", "citations": [1]}'],
    [
      'in a fence with words around it',
      'Here it is:\n```json\n{"answer": "Hi,\\n\\nit takes 7 days [1]."}\n```\nBye',
    ],
    ['behind a sentence', 'Sure! {"text": "Hi,\\n\\nit takes 7 days [1]."} Anything else?'],
  ])('is unwrapped %s', (_, text) => {
    expect(unwrapReply(text)).toEqual({ words: 'Hi,\n\nit takes 7 days [1].' });
  });

  it.each(['{"reply": "Hi, it takes 7', '{"days": 7, "citations": [1]}', '[{"a": 1}, {"b": 2}]x }'])(
    'has no words when it is broken or says nothing by a known name: %s',
    (text) => {
      expect(unwrapReply(text)).toEqual({ words: null });
    },
  );

  it.each(['Hi,\n\nit takes 7 days [1].', 'Use {name} in the form.', '- [1] and {"', ''])(
    'is no JSON: %s',
    (text) => {
      expect(unwrapReply(text)).toBeNull();
    },
  );
});
