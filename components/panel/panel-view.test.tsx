// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { basics, states } from '@/test/support/gallery/states';
import { until } from '@/test/support/until';
import type { PanelActions } from './panel-props';
import { PanelView } from './panel-view';

vi.mock('#i18n', () => import('@/test/support/i18n'));

let root: ReturnType<typeof createRoot>;
let place: HTMLElement;
const called: string[] = [];
// Records what the views ask for; answers nothing.
const actions = new Proxy({} as PanelActions, {
  get:
    (_target, name: string) =>
    (...args: unknown[]) =>
      void called.push([name, ...args.map((arg) => JSON.stringify(arg))].join(' ')),
});

async function show(name: keyof typeof states) {
  await act(async () => root.render(<PanelView {...basics} {...states[name]} actions={actions} />));
}
async function press(key: string, over: KeyboardEventInit = {}) {
  const target = document.activeElement ?? document.body;
  await act(
    async () =>
      void target.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...over }),
      ),
  );
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  called.length = 0;
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});
afterEach(async () => {
  await act(async () => root.unmount());
  place.remove();
});

const text = () => place.textContent ?? '';

describe('the panel', () => {
  it.each(Object.keys(states))(
    'in the state "%s" has one main, one heading and a name on every control',
    async (name) => {
      await show(name);
      expect(place.querySelectorAll('main')).toHaveLength(1);
      expect(place.querySelectorAll('h1')).toHaveLength(1);
      const nameless = [...place.querySelectorAll('button, input, textarea, select')].filter(
        (control) =>
          !(
            control.getAttribute('aria-label') ||
            control.textContent?.trim() ||
            place.querySelector(`label[for="${control.id}"]`)
          ),
      );
      expect(nameless.map((control) => control.outerHTML)).toEqual([]);
    },
  );

  it('drafts with one key', async () => {
    await show('idle');
    await press('Enter', { ctrlKey: true });
    expect(called).toContain('draft');
  });

  it('inserts a settled draft with one key', async () => {
    await show('settled');
    await press('Enter', { ctrlKey: true });
    expect(called).toEqual(['insert {"closeAfter":true}']);
  });

  it('opens the first claim to settle instead of inserting it unseen', async () => {
    await show('draft');
    await press('Enter', { ctrlKey: true });
    await until(() => expect(place.querySelector('[role=dialog]')?.textContent).toContain('Contradicted'));
    expect(called).toEqual([]);
  });

  it('keeps a claim on record by one deliberate key', async () => {
    await show('draft');
    await press('F8');
    await until(() => expect(place.querySelector('[role=dialog]')).not.toBeNull());
    await press('k');
    expect(called).toEqual(['keepClaim "c7"']);
  });

  it('inserts though the second reading doubts a sentence, and shows the doubt when asked', async () => {
    await show('second-read-settled');
    expect(text()).toContain('Second reading done (4 read). It doubts 3 sentences.');
    expect(place.querySelector('[aria-label="Claims of this draft"]')?.textContent).toContain('3 doubted');
    await press('Enter', { ctrlKey: true });
    expect(called).toEqual(['insert {"closeAfter":true}']);
    called.length = 0;
    await press('F8');
    const sheet = () => place.querySelector('[role=dialog]')?.textContent ?? '';
    await until(() => expect(sheet()).toContain('Doubted by the second reading'));
    expect(sheet()).toContain('Lamps bought in November can be returned');
    await press('k');
    expect(called[0]).toMatch(/^keepClaim "doubt:/);
  });

  it('settles marks first, with what the second reading says beside them, and leads on to no doubt', async () => {
    await show('second-read');
    await press('Enter', { ctrlKey: true });
    const sheet = () => place.querySelector('[role=dialog]')?.textContent ?? '';
    await until(() => expect(sheet()).toContain('Contradicted'));
    expect(sheet()).toContain('The second reading finds these words against it.');
    expect(sheet()).toContain('within 10 working days');
    await press('k');
    await until(() => expect(sheet()).toContain('No source2 of 2'));
    // Nothing changes in this picture of a draft: the row begins anew, and holds no doubt.
    await press('k');
    await until(() => expect(sheet()).toContain('Contradicted1 of 2'));
    await press('F8');
    await press('F8');
    await until(() => expect(sheet()).toContain('Doubted by the second reading1 of 2'));
  });

  it.each<[keyof typeof states, string, string | null]>([
    ['second-reading', 'the model reads 4 sentences again', null],
    ['second-read-nothing', 'no sentence needs one', 'Read again'],
    ['second-waiting', 'nothing is sent yet', 'See it and send'],
    [
      'second-failed',
      'The model did not answer in the form it was asked for. The draft and its marks stand',
      'Read again',
    ],
    ['second-unavailable', 'no model wrote this draft', null],
    ['second-none', 'Not read a second time', 'Read it with the model'],
    ['draft', 'house-12b', null],
  ])('says under the draft how the second reading stands: %s', async (state, words, button) => {
    await show(state);
    expect(text()).toContain(words);
    const again = [...place.querySelectorAll('button')].find(({ textContent }) =>
      /^(?:Read|See) (?:again|it)/.test(textContent ?? ''),
    );
    expect(again?.textContent ?? null).toBe(button);
    act(() => again?.click());
    expect(called).toEqual(button === null ? [] : ['readDraftAgain']);
  });

  it('offers no further reading where the settings, or the company, do not want one', async () => {
    await show('second-read-off');
    expect(text()).toContain('no sentence needs one');
    expect(text()).not.toContain('Read again');
  });

  it('asks before a second request in words of its own, and sends nothing when it is left', async () => {
    await show('second-asked');
    await until(() => expect(text()).toContain('A second reading sends this to llm.lumenhof.example.'));
    const buttons = [...place.querySelectorAll('[role=dialog] button')];
    const named = (name: string) => buttons.find(({ textContent }) => textContent === name) as HTMLElement;
    act(() => named('Leave it').click());
    act(() => named('Send').click());
    expect(called.map((call) => call.trim())).toEqual(['closeRequest', 'answerRequest "send"']);
  });

  it('stops with Esc while words arrive', async () => {
    await show('writing');
    await press('Escape');
    expect(called).toEqual(['stop']);
  });

  it('shows the first words before the editor is loaded, the unchecked sentence apart', async () => {
    await show('writing');
    expect(text()).toContain('Hi Klara,');
    expect([...place.querySelectorAll('[class*=unchecked]')].map((each) => each.textContent)).toEqual([
      ' Reply with a pho',
    ]);
  });

  it('shows sources before the first word of a draft', async () => {
    await show('idle');
    expect(text()).toContain('Strong evidence');
    expect(text()).toContain('Returns');
  });

  it('says what was not checked', async () => {
    await show('settled');
    expect(text()).toContain('Not checked: stock, carrier.');
  });

  it('says that an insertion was read back, and whose turn it is', async () => {
    await show('verified');
    expect(text()).toContain(
      'In the reply box of #30718. Read back: same text, 4 paragraphs, no formatting lost.',
    );
    expect(text()).toContain('Check it, then press Send in Zendesk.');
  });

  it('raises an alert for what must not be missed only', async () => {
    const alerts: string[] = [];
    for (const name of Object.keys(states)) {
      await show(name);
      if (place.querySelector('[role=alert]')) alerts.push(name);
    }
    expect(alerts.sort()).toEqual(['differs', 'no-reply-box', 'other-ticket', 'stale']);
  });

  it('announces the phase, never the stream', async () => {
    await show('writing');
    await until(() =>
      expect([...place.querySelectorAll('[role=status]')].map((each) => each.textContent)).toContain(
        'Drafting.',
      ),
    );
    expect(place.querySelector('[aria-live=off]')?.textContent).toContain('Hi Klara');
  });
});
