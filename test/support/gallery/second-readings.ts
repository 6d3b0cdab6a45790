import type { PanelProps } from '@/components/panel/panel-props';
import type { Opinion, SecondReading } from '@/lib/draft/ledger/second-reading/opinion';
import { textUnits } from '@/lib/draft/reply/document';
import { splitSentences } from '@/lib/draft/words/sentences';
import { alternative, claims, document, session, sources } from './fixtures';

/** What the model says of the sentence that holds these words, and the words of a passage that it goes by. */
function opinion(
  words: string,
  says: Opinion['says'],
  quote: [number: number, words: string] | null,
): Opinion {
  const at = textUnits(document).flatMap(({ block, item, text }) =>
    splitSentences(text).map(({ start, end }) => ({
      block,
      item,
      start,
      end,
      sentence: text.slice(start, end),
    })),
  );
  const place = at.find(({ sentence }) => sentence.includes(words))!;
  if (quote === null) return { ...place, says, words: null };
  const [number, text] = quote;
  const start = sources[number - 1]!.text.indexOf(text);
  return {
    ...place,
    says,
    words: { place: { kind: 'source', number, field: 'text' }, start, end: start + text.length, text },
  };
}

const none: SecondReading = { state: 'reading', sentences: 4, opinions: [], failure: null, usage: null };
const read: SecondReading = {
  ...none,
  state: 'read',
  opinions: [
    opinion('45 days', 'contradicted', [1, 'bought in November']),
    opinion('return label', 'not-stated', null),
    opinion('€89.00', 'contradicted', [3, 'within 10 working days']),
  ],
};
const settled = claims.filter(({ state }) => state !== 'contradicted' && state !== 'no-source');

function withReading(
  secondReading: SecondReading | null,
  over: { claims?: typeof claims } = {},
): Partial<Omit<PanelProps, 'actions'>> {
  const alternatives = [alternative({ ...over, ...(secondReading && { secondReading }) })];
  return { isReadAgain: true, session: session({ alternatives, current: 0 }) };
}

/** A finished draft that the model reads a second time, in each state of that. */
export const secondReadings = {
  'second-reading': withReading(none),
  'second-read': withReading(read),
  'second-read-settled': withReading(read, { claims: settled }),
  'second-read-nothing': withReading({ ...none, state: 'read', sentences: 0 }),
  'second-read-off': {
    ...withReading({ ...none, state: 'read', sentences: 0 }),
    isReadAgain: false,
  },
  'second-waiting': withReading({ ...none, state: 'waiting' }),
  'second-failed': withReading({ ...none, state: 'failed', failure: { code: 'not-understood' } }),
  'second-unavailable': withReading({ ...none, state: 'unavailable', sentences: 0 }),
  'second-none': withReading(null),
  'second-asked': {
    ...withReading(none),
    isAsked: true,
    outbound: {
      purpose: 'second-reading' as const,
      writer: 'house-12b',
      hosts: ['llm.lumenhof.example'],
      sentAt: null,
      characters: 904,
      tokens: 220,
      masked: { PERSON: 1 },
      sections: [{ kind: 'draft' as const, tokens: 20, pieces: [{ text: 'S1: We pay the return label.' }] }],
    },
  },
};
