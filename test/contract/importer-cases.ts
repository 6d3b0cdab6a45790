import { expect } from 'vitest';
import type { ApiGet } from '@/lib/helpdesk/contract';
import type { Importer } from '@/lib/knowledge/import/contract';
import { demoShop } from '@/lib/knowledge/import/demo-shop/importer';
import { files } from '@/lib/knowledge/import/files/importer';
import { filesFromTexts } from '@/lib/knowledge/import/files/source-file';
import { convertHtml } from '@/lib/knowledge/import/formats/html-to-markdown';
import { gorgiasMacros } from '@/lib/knowledge/import/gorgias-macros/importer';
import { zendeskGuide } from '@/lib/knowledge/import/zendesk-guide/importer';
import { zendeskMacros } from '@/lib/knowledge/import/zendesk-macros/importer';

/** One source as the suite opens it: `edited` is the same source after somebody changed one article there. */
export interface ImporterCase<Input = unknown> {
  readonly importer: Importer<Input>;
  readonly input: () => Input;
  readonly edited: (() => Input) | null;
  readonly articles: number;
  readonly refusals: Readonly<Record<string, number>>;
}

const account = 'acme.zendesk.com';
/** No helpdesk asks to wait here. */
const sleep = async () => {};

/** Answers paths from a table of pages; an unknown path is a test's mistake. */
export function apiOf(pages: Readonly<Record<string, unknown>>): ApiGet {
  return async (path) => {
    expect(Object.keys(pages)).toContain(path);
    const body = pages[path];
    return {
      ok: true,
      value: { status: 200, body, contentType: 'application/json', retryAfterSeconds: null },
    };
  };
}

function guidePages(returnsText: string) {
  const article = (id: number, more: object) => ({
    id,
    url: `https://${account}/api/v2/help_center/en-us/articles/${id}.json`,
    html_url: `https://${account}/hc/en-us/articles/${id}-x`,
    title: `Article ${id}`,
    body: `<h2>Part</h2><p>Words of ${id}.</p>`,
    locale: 'en-us',
    source_locale: 'en-us',
    user_segment_id: null,
    label_names: ['shipping'],
    draft: false,
    edited_at: '2026-11-01T00:00:00Z',
    updated_at: '2026-11-02T00:00:00Z',
    ...more,
  });
  const first = '/api/v2/help_center/articles.json?page%5Bsize%5D=100&include=translations';
  const second = '/api/v2/help_center/articles.json?page%5Bafter%5D=abc&page%5Bsize%5D=100';
  return {
    [first]: {
      articles: [
        article(7700, { title: 'Returns', body: `<p>${returnsText}</p><script>alert(1)</script>` }),
        article(7701, { user_segment_id: 55, draft: true }),
        article(7702, { body: '<p></p>' }),
      ],
      translations: [
        { id: 1, source_id: 7700, locale: 'de', title: 'Rückgabe', body: '<p>30 Tage.</p>', draft: false },
        { id: 2, source_id: 7700, locale: 'en-us', title: 'Returns', body: '<p>x</p>', draft: false },
      ],
      meta: { has_more: true, after_cursor: 'abc' },
      links: { next: `https://${account}${second}`, prev: null },
    },
    [second]: {
      articles: [article(7700, { title: 'Returns again' }), article(7703, {})],
      meta: { has_more: false },
      links: { next: null },
    },
  };
}

function zendeskMacroPages(text: string) {
  const macro = (id: number, title: string, actions: object[]) => ({ id, title, active: true, actions });
  const first = '/api/v2/macros/active.json?per_page=100';
  const second = '/api/v2/macros/active.json?page=2&per_page=100';
  return {
    [first]: {
      macros: [
        macro(25, 'Shipping::Delay', [
          { field: 'comment_value_html', value: `<p>Hi {{ticket.requester.first_name}},</p><p>${text}</p>` },
          { field: 'status', value: 'pending' },
        ]),
        macro(26, 'Note', [
          { field: 'comment_value', value: ['channel:all', 'Line one\nLine two {{ticket.id}}'] },
          { field: 'comment_mode_is_public', value: 'false' },
        ]),
        macro(27, 'Close only', [{ field: 'status', value: 'solved' }]),
      ],
      count: 4,
      next_page: `https://${account}${second}`,
    },
    [second]: {
      macros: [macro(28, 'Thanks', [{ field: 'comment_value', value: 'Thank you.' }])],
      count: 4,
      next_page: null,
    },
  };
}

function gorgiasPages(text: string) {
  const macro = (id: number, name: string, actions: object[], more: object = {}) => ({
    id,
    name,
    intent: 'shipping/status',
    language: 'en',
    archived_datetime: null,
    updated_datetime: '2026-02-01T13:00:00.123456+00:00',
    actions,
    ...more,
  });
  const reply = (body: string) => ({
    type: 'user',
    name: 'setResponseText',
    arguments: { body_text: body, body_html: `<div>${body}</div>` },
  });
  return {
    '/api/macros?limit=100': {
      object: 'list',
      data: [
        macro(1, 'In transit', [
          { type: 'user', name: 'addTags', arguments: { tags: 'shipping, wismo' } },
          reply(`Hi {{ticket.customer.firstname}}, ${text}`),
        ]),
        macro(2, 'Tag only', [{ type: 'user', name: 'addTags', arguments: { tags: 'x' } }]),
      ],
      meta: { prev_cursor: null, next_cursor: 'c2' },
    },
    '/api/macros?limit=100&cursor=c2': {
      object: 'list',
      data: [
        macro(3, 'Old', [reply('Old text')], { archived_datetime: '2026-01-01T00:00:00' }),
        { id: 'broken' },
      ],
      meta: { prev_cursor: 'c1', next_cursor: null },
    },
  };
}

function folder(returnsText: string) {
  const files = filesFromTexts([
    {
      path: 'help/policies/returns.md',
      text: `---\nid: returns\nmarket: [EU, UK]\nverifiedAt: 2026-10-01\nverifyEveryDays: 90\n---\n# Returns\n\n${returnsText}\n`,
    },
    { path: 'help/de/versand.html', text: '<title>Versand</title><p>2 Tage<script>x()</script></p>' },
    {
      path: 'help/macros.csv',
      text: 'Title;Reply;Tags\nHello;"Hi {{ticket.requester.first_name}},\nthanks";hi\nEmpty;;x\n',
    },
    {
      path: 'help/faq.jsonl',
      text: '{"id":"a","title":"A?","text":"Yes."}\nnot json\n{"id":"b","title":"B?","text":"No."}\n',
    },
    {
      path: 'help/products.json',
      text: JSON.stringify({ p1: { name: 'Tent', price: 120, available: true } }),
    },
    { path: 'help/customers.json', text: JSON.stringify([{ first_name: 'Rosa', email: 'r@example.org' }]) },
    { path: 'help/logo.png', text: 'x' },
    { path: 'help/README.md', text: 'About this folder' },
    { path: 'help/copy.md', text: '---\nid: returns\n---\nAnother text with the same id' },
  ]);
  return { files, convert: convertHtml };
}

const keep = <Input>(each: ImporterCase<Input>) => each as unknown as ImporterCase;

export const importerCases: readonly ImporterCase[] = [
  keep({
    importer: files,
    input: () => folder('You have 30 days.'),
    edited: () => folder('You have 14 days.'),
    articles: 6,
    refusals: {
      'missing-text': 1,
      'bad-json': 1,
      'personal-data': 1,
      'unsupported-format': 1,
      'housekeeping-file': 1,
      'duplicate-id': 1,
    },
  }),
  keep({
    importer: zendeskGuide,
    input: () => ({ account, locales: [], get: apiOf(guidePages('30 days.')), sleep, convert: convertHtml }),
    edited: () => ({ account, locales: [], get: apiOf(guidePages('14 days.')), sleep, convert: convertHtml }),
    articles: 4,
    refusals: { 'missing-text': 1 },
  }),
  keep({
    importer: zendeskMacros,
    input: () => ({ account, get: apiOf(zendeskMacroPages('Sorry.')), sleep, convert: convertHtml }),
    edited: () => ({ account, get: apiOf(zendeskMacroPages('So sorry.')), sleep, convert: convertHtml }),
    articles: 3,
    refusals: { 'no-reply-text': 1 },
  }),
  keep({
    importer: gorgiasMacros,
    input: () => ({
      account: 'acme.gorgias.com',
      get: apiOf(gorgiasPages('it is on its way.')),
      sleep,
      convert: convertHtml,
    }),
    edited: () => ({
      account: 'acme.gorgias.com',
      get: apiOf(gorgiasPages('it has been sent.')),
      sleep,
      convert: convertHtml,
    }),
    articles: 2,
    refusals: { 'no-reply-text': 1, 'unexpected-shape': 1 },
  }),
  keep({ importer: demoShop, input: () => null, edited: null, articles: 60, refusals: {} }),
];
