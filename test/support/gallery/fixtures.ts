import type { Claim } from '@/lib/draft/claim';
import type { Block, DraftDocument, Inline } from '@/lib/draft/reply/document';
import { emptySession } from '@/lib/draft/session/session';
import type { Alternative, DraftSession, Source } from '@/lib/draft/session/session-state';
import type { Need } from '@/lib/ticket/need';
import type { Message, Ticket } from '@/lib/ticket/ticket';

/** An invented shop for lamps and an invented ticket, fixed in time. */
export const now = Date.parse('2026-11-24T14:05:12Z');

const message = (id: string, name: string, role: Message['author']['role'], text: string): Message => ({
  id,
  author: { role, name },
  visibility: 'public',
  sentAt: '2026-11-24T13:40:00Z',
  text,
  quoted: null,
  signature: null,
  attachments: [],
});

const askText =
  'My Halo desk lamp came with a cracked arm. Can I send it back without the box? Who pays for that, and when is the money there?';

export const ticket: Ticket = {
  helpdesk: 'zendesk',
  account: 'lumenhof.zendesk.com',
  id: '30718',
  url: 'https://lumenhof.zendesk.com/agent/tickets/30718',
  subject: 'Broken lamp',
  channel: 'email',
  status: 'open',
  language: 'en',
  brand: null,
  customer: {
    id: '1',
    name: 'Klara Nyström',
    email: 'klara@example.org',
    phone: null,
    locale: 'en',
    note: null,
  },
  agentName: 'Jonas',
  messages: [
    message('m1', 'Klara Nyström', 'customer', askText),
    message('m2', 'Jonas', 'agent', 'Which order is it?'),
    message('m3', 'Klara Nyström', 'customer', 'LH-5521'),
  ],
  orders: [],
  tags: [],
  customFields: [],
  updatedAt: null,
  readAt: '2026-11-24T14:05:00Z',
  provenance: {
    subject: 'api',
    messages: 'api',
    customer: 'api',
    orders: 'api',
    language: 'derived',
    status: 'api',
    tags: 'api',
  },
  gaps: [],
};

export const need: Need = {
  asks: [
    { text: 'Can I send it back without the box?', quote: { messageId: 'm1', start: 43, end: 78 } },
    { text: 'Who pays for that?', quote: null },
    { text: 'When is the money there?', quote: null },
  ],
  language: 'en',
  orderNames: ['LH-5521'],
  missing: [],
  tone: 'neutral',
  cautions: [],
  edited: false,
};

/** Ranges of these words in a passage. */
const at = (text: string, ...words: string[]) =>
  words.map((each) => ({ start: text.indexOf(each), end: text.indexOf(each) + each.length }));

export const source = (number: number, over: Partial<Source> = {}): Source => ({
  number,
  articleId: `a${number}`,
  articleVersion: 4,
  title: 'Returns',
  kind: 'policy',
  audience: 'public',
  headingPath: ['Returns', 'Deadlines'],
  text: 'Lamps bought in November can be returned within 45 days of delivery.',
  start: 0,
  end: 68,
  marks: at('Lamps bought in November can be returned within 45 days of delivery.', 'in November', '45 days'),
  verified: { state: 'verified', at: '2026-11-03T09:00:00Z', by: 'Ada' },
  validFrom: '2026-08-01',
  validUntil: null,
  inForce: true,
  pinned: false,
  gone: false,
  url: 'https://help.lumenhof.example/returns',
  found: [{ said: 'lamp', written: 'Lamps', how: 'form', field: 'body' }],
  ...over,
});

export const sources: Source[] = [
  source(1),
  source(2, {
    title: 'Faulty lamps',
    text: 'A faulty lamp may come back without its box; we pay the return label.',
    marks: at(
      'A faulty lamp may come back without its box; we pay the return label.',
      'faulty lamp',
      'without its box',
    ),
    found: [
      { said: 'cracked', written: 'cracks', how: 'form', field: 'askedAs' },
      { said: 'box', written: 'box', how: 'same', field: 'body' },
      { said: 'lamp', written: 'lamps', how: 'form', field: 'title' },
      { said: 'lamp', written: 'lamp', how: 'same', field: 'body' },
      { said: 'lamp', written: 'lamp', how: 'same', field: 'askedAs' },
      { said: 'pays', written: 'pay', how: 'form', field: 'body' },
      { said: 'labbel', written: 'label', how: 'alike', field: 'body' },
    ],
    isNear: true,
  }),
  source(3, {
    title: 'Refund times',
    text: 'Refunds are paid within 10 working days after the parcel is checked in.',
    marks: at('Refunds are paid within 10 working days after the parcel is checked in.', '10 working days'),
    verified: { state: 'due', at: '2026-05-02T09:00:00Z', by: 'Ada' },
  }),
  source(4, {
    title: 'Spare arms',
    kind: 'product',
    text: 'A spare arm fits every Halo since 2024.',
    marks: at('A spare arm fits every Halo since 2024.', 'spare arm'),
    found: [
      { said: 'arm', written: 'arms', how: 'form', field: 'title' },
      { said: 'arm', written: 'arm', how: 'same', field: 'body' },
      { said: 'Halo', written: 'Halo', how: 'same', field: 'body' },
    ],
    verified: { state: 'never', at: null, by: null },
    pinned: true,
  }),
];

const p = (...content: Inline[]): Block => ({ type: 'paragraph', content });
const t = (text: string): Inline => ({ text });
const n = (citation: number): Inline => ({ citation });

export const document: DraftDocument = {
  blocks: [
    p(t('Hi Klara,')),
    p(
      t(
        'I am sorry that the arm of your Halo arrived cracked. You can send the lamp back until 5 January 2027:',
      ),
      n(1),
      t(' lamps from November have 45 days from delivery,'),
      n(1),
      t(' and a missing box is fine when it is faulty.'),
      n(2),
    ),
    p(t('We pay the return label.'), n(2), t(' Reply with a photo of the crack and I will send it to you.')),
    p(
      t('Your refund of €89.00 is paid within 5 working days'),
      n(3),
      t(' after the parcel arrives. We will add a €20 voucher for the trouble.'),
    ),
    p(t('Kind regards,\nJonas')),
  ],
};

const claim = (id: string, block: number, text: string, over: Partial<Claim>): Claim => {
  const line = document.blocks[block]!;
  const words =
    line.type === 'paragraph'
      ? line.content.map((inline) => ('text' in inline ? inline.text : '')).join('')
      : '';
  const start = words.indexOf(text);
  if (start === -1) throw new Error(`"${text}" does not stand in block ${block}`);
  return {
    id,
    block,
    item: null,
    start,
    end: start + text.length,
    text,
    state: 'sourced',
    citations: [],
    from: null,
    reason: null,
    ...over,
  };
};

export const claims: Claim[] = [
  claim('c1', 1, 'the arm of your Halo arrived cracked', { state: 'ticket', from: 'message' }),
  claim('c2', 1, 'until 5 January 2027', { citations: [1], from: 'order' }),
  claim('c3', 1, '45 days from delivery', { citations: [1] }),
  claim('c4', 1, 'a missing box is fine when it is faulty', { citations: [2] }),
  claim('c5', 2, 'We pay the return label', { citations: [2] }),
  claim('c6', 3, '€89.00', { state: 'ticket', from: 'order' }),
  claim('c7', 3, 'within 5 working days', {
    state: 'contradicted',
    citations: [3],
    reason: 'value-not-in-source',
  }),
  claim('c8', 3, 'We will add a €20 voucher for the trouble', {
    state: 'no-source',
    reason: 'promise-without-source',
  }),
];

export const alternative = (over: Partial<Alternative> = {}): Alternative => ({
  id: 'alt-2',
  document,
  instruction: null,
  writtenBy: 'house-12b',
  finished: 'complete',
  editedByAgent: false,
  startedAt: '2026-11-24T14:05:02Z',
  tookMs: 3800,
  usage: null,
  claims,
  kept: [],
  sources,
  warnings: [],
  ...over,
});

export const session = (over: Partial<DraftSession> = {}): DraftSession => ({
  ...emptySession,
  ticketKey: 'zendesk:lumenhof.zendesk.com:30718',
  ticket,
  need,
  phase: 'ready',
  evidence: { level: 'strong', tookMs: 38, passagesSearched: 1204 },
  sources,
  alternatives: [alternative({ id: 'alt-1' }), alternative()],
  current: 1,
  startedAt: '2026-11-24T14:05:02Z',
  ...over,
});

/** The draft once nothing is left to settle. */
export const settled = alternative({
  claims: claims.filter((claim) => claim.state !== 'contradicted' && claim.state !== 'no-source'),
});

/** A draft that is being written. */
export const growing = {
  blocks: [
    ...document.blocks.slice(0, 2),
    {
      type: 'paragraph' as const,
      content: [{ text: 'We pay the return label' }, { citation: 2 }, { text: '. Reply with a pho' }],
    },
  ],
};
