import { describe, expect, it } from 'vitest';
import type { ComposerState } from '@/lib/helpdesk/contract';
import type { Clock } from '@/lib/platform/clock';
import { lookAtComposer } from './composer-look';
import type { TicketSource } from './ticket-reading';

const missing: ComposerState = { found: false, reason: 'missing' };
const box = (mode: 'public' | 'unknown'): ComposerState => ({
  found: true,
  ticketId: '7',
  mode,
  modeLabel: null,
  format: 'rich',
  editor: 'ckeditor5',
  readOnly: false,
  text: '',
});

function look(answers: (ComposerState | null)[], isOnScreen = () => true) {
  const told: ComposerState[] = [];
  let asked = 0;
  const call = async () => {
    const value = answers[asked++];
    return value ? { ok: true, value } : { ok: false, error: { code: 'page-gone' } };
  };
  const source = { client: { call } } as unknown as TicketSource;
  const clock = { sleep: async () => {} } as unknown as Clock;
  const done = lookAtComposer(
    source,
    clock,
    isOnScreen,
    (seen) => told.push(seen),
    new AbortController().signal,
  );
  return done.then(() => ({ told, asked }));
}

describe('looking at the reply box', () => {
  it('looks once where it tells its mode', async () => {
    expect(await look([box('public')])).toEqual({ told: [box('public')], asked: 1 });
  });

  it('looks again while it is being mounted, and tells nothing twice', async () => {
    const seen = await look([missing, missing, box('public')]);
    expect(seen).toEqual({ told: [missing, box('public')], asked: 3 });
  });

  it('gives up where the mode is never told, and where the page is gone', async () => {
    expect((await look([box('unknown'), box('unknown'), box('unknown')])).asked).toBe(3);
    expect(await look([null])).toEqual({ told: [], asked: 1 });
  });

  it('stops with the ticket that it was about', async () => {
    let looks = 0;
    const seen = await look([missing, box('public')], () => ++looks < 3);
    expect(seen).toEqual({ told: [missing], asked: 1 });
  });
});
