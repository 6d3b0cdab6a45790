// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, describe, expect, it } from 'vitest';
import { emptySession } from '@/lib/draft/session/session';
import type { DraftSession } from '@/lib/draft/session/session-state';
import type { Panel } from '@/lib/panel/panel-actions';
import { until } from '@/test/support/until';
import { useEarlyWishes } from './use-early-wishes';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const root = createRoot(document.createElement('div'));
afterEach(() => act(async () => root.render(null)));

const read = { ...emptySession, ticket: { id: '7' } as DraftSession['ticket'] };
const drafted = { ...read, alternatives: [{} as DraftSession['alternatives'][number]], current: 0 };

interface ProbeProps {
  panel: Panel | null;
  session: DraftSession;
  onWishes: (wishes: ReturnType<typeof useEarlyWishes>) => void;
}
function Probe({ panel, session, onWishes }: ProbeProps) {
  onWishes(useEarlyWishes(panel, session));
  return null;
}

function setUp() {
  const calls: string[] = [];
  const actions = { setHint: (hint: string) => calls.push(`hint ${hint}`), draft: () => calls.push('draft') };
  const panel = { actions } as unknown as Panel;
  let wishes!: ReturnType<typeof useEarlyWishes>;
  const keep = (given: typeof wishes) => {
    wishes = given;
  };
  const show = (given: Panel | null, session: DraftSession) =>
    act(async () => root.render(<Probe panel={given} session={session} onWishes={keep} />));
  return { calls, panel, show, wishes: () => wishes };
}

describe('what was typed and pressed while the panel opened', () => {
  it('waits for the ticket, then sets the hint before it drafts, once', async () => {
    const { calls, panel, show, wishes } = setUp();
    await show(null, emptySession);
    await act(async () => {
      wishes().setHint('he called');
      wishes().wantDraft();
    });
    await show(panel, emptySession);
    expect(calls).toEqual([]);
    await show(panel, read);
    await until(() => expect(calls).toEqual(['hint he called', 'draft']));
    await show(panel, { ...read });
    expect(calls).toEqual(['hint he called', 'draft']);
    expect(wishes()).toMatchObject({ hint: '', isDraftWanted: false });
  });

  it('shows the words in the session before it holds them', async () => {
    const { show, wishes } = setUp();
    await show(null, read);
    await act(async () => wishes().setHint('x'));
    expect(wishes().session.hint).toBe('x');
  });

  it('drafts nothing over a draft that was kept', async () => {
    const { calls, panel, show, wishes } = setUp();
    await show(null, emptySession);
    await act(async () => wishes().wantDraft());
    await show(panel, drafted);
    expect(calls).toEqual([]);
  });
});
