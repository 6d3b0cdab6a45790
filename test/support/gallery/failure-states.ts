import { alternative, growing, session } from './fixtures';
import type { State } from './states';

const failed = (failure: Parameters<typeof session>[0] & object) =>
  session({ phase: 'failed', alternatives: [], current: -1, ...failure });

/** What a draft may fail on. */
export const failureStates: Record<string, State> = {
  'locked-midway': {
    lock: { waitUntil: null, isOpening: false, problem: 'not-opened' },
    session: session({
      phase: 'partial',
      alternatives: [alternative({ finished: 'cut', document: growing, claims: [] })],
      current: 0,
      failure: { kind: 'model', failure: { code: 'key-locked' } },
    }),
  },
  'key-refused': { session: failed({ failure: { kind: 'model', failure: { code: 'key-refused' } } }) },
  'server-fault': {
    session: session({
      phase: 'failed',
      failure: { kind: 'model', failure: { code: 'server', status: 503, tries: 3 } },
    }),
  },
  offline: { session: failed({ failure: { kind: 'model', failure: { code: 'offline' } } }) },
  'only-attachment': {
    session: failed({
      evidence: null,
      sources: [],
      failure: { kind: 'nothing-to-read', attachments: ['halo.jpg'] },
    }),
  },
};
