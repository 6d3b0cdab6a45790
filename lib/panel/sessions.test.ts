import { expect, it } from 'vitest';
import type { DraftSession } from '@/lib/draft/session/session-state';
import { systemClock } from '@/lib/platform/clock';
import { createSessions } from './sessions';

it('writes nothing more of a ticket that was erased', async () => {
  const written: string[] = [];
  const archive = {
    load: async () => null as DraftSession | null,
    save: async (key: string) => written.push(key) > 0,
  };
  const never = new AbortController().signal;
  const sessions = createSessions(
    archive,
    systemClock,
    () => {},
    () => {},
    never,
  );
  await sessions.open('erased');
  sessions.dispatch('erased', { type: 'hint-changed', hint: 'call her' });
  sessions.dispatch('kept', { type: 'hint-changed', hint: 'call him' });
  sessions.forget('erased');
  await sessions.flush();
  expect(written).toEqual(['kept']);
  expect(sessions.get('erased').hint).toBe('');
});
