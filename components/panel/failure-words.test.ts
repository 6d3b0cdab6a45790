import { describe, expect, it, vi } from 'vitest';
import type { DraftFailure } from '@/lib/draft/session/session-state';
import type { ReadFailure } from '@/lib/helpdesk/contract';
import type { ModelFailure } from '@/lib/model/contract';
import { draftFailureText, failureActionName } from './failure-words';

vi.mock('#i18n', () => import('@/test/support/i18n'));

// One of each code: the compiler asks for a new one here when a room adds it.
const modelFailures: { [Code in ModelFailure['code']]: Extract<ModelFailure, { code: Code }> } = {
  unreachable: { code: 'unreachable' },
  offline: { code: 'offline' },
  'key-refused': { code: 'key-refused' },
  'key-locked': { code: 'key-locked' },
  'key-gone': { code: 'key-gone' },
  'not-allowed': { code: 'not-allowed' },
  'model-missing': { code: 'model-missing', model: 'house-12b', others: 5 },
  'rate-limited': { code: 'rate-limited', retryAfterSeconds: 40 },
  server: { code: 'server', status: 503, tries: 3 },
  'not-an-answer': { code: 'not-an-answer' },
  stalled: { code: 'stalled', seconds: 20 },
  rejected: { code: 'rejected', status: 422 },
  'too-long': { code: 'too-long' },
  'host-blocked': { code: 'host-blocked', host: 'api.example.net' },
  unavailable: { code: 'unavailable' },
  empty: { code: 'empty' },
};
const readFailures: { [Code in ReadFailure['code']]: Extract<ReadFailure, { code: Code }> } = {
  'signed-out': { code: 'signed-out' },
  forbidden: { code: 'forbidden' },
  'not-found': { code: 'not-found' },
  'rate-limited': { code: 'rate-limited', retryAfterSeconds: null },
  server: { code: 'server', status: 500 },
  'not-json': { code: 'not-json', status: 200 },
  'unexpected-shape': { code: 'unexpected-shape', path: '/api/x', issue: 'id' },
  network: { code: 'network' },
  'page-gone': { code: 'page-gone' },
  aborted: { code: 'aborted' },
};
const all: DraftFailure[] = [
  ...Object.values(modelFailures).map((failure) => ({ kind: 'model' as const, failure })),
  ...Object.values(readFailures).map((failure) => ({ kind: 'ticket' as const, failure })),
  { kind: 'no-knowledge' },
  { kind: 'nothing-to-read', attachments: [] },
  { kind: 'nothing-to-read', attachments: ['a.jpg', 'b.jpg'] },
  { kind: 'search' },
];

describe('words for failures', () => {
  it.each(all.map((failure) => [JSON.stringify(failure), failure] as const))(
    '%s has a sentence, something to do and a code to report',
    (_name, failure) => {
      const text = draftFailureText(failure);
      expect(text.sentence).toMatch(/^\S.{8,}\.$/);
      expect(text.sentence).not.toMatch(/\$\d|undefined|null|sorry|please|oops|!/i);
      expect(text.actions.length).toBeGreaterThan(0);
      expect(text.actions.map(failureActionName).join()).not.toBe('');
      expect(text.details).not.toBe('');
    },
  );

  it('says no two failures in the same words', () => {
    const sentences = all.map((failure) => draftFailureText(failure).sentence);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it.each([
    ['key-refused', 'The endpoint refused the key.'],
    ['not-allowed', 'The endpoint knows the key but not this model.'],
    ['model-missing', 'house-12b is not there any more. 5 others are.'],
    ['rate-limited', 'The endpoint asks to wait 40 s.'],
    ['server', 'The endpoint failed (503). Tried 3 times.'],
    ['not-an-answer', 'A web page came back, not an answer. The address may be wrong.'],
    ['host-blocked', 'Your company does not allow api.example.net.'],
    ['offline', 'No network. Drafts are quoted from your articles until it is back.'],
  ] as const)('%s in its agreed words', (code, sentence) => {
    expect(draftFailureText({ kind: 'model', failure: modelFailures[code] }).sentence).toBe(sentence);
  });
});
