// @vitest-environment happy-dom
import { act, type ReactNode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings, type Settings } from '@/lib/settings/schema';
import { DraftingSection } from './drafting-section';
import { ModelField } from './model-field';

vi.mock('#i18n', () => import('@/test/support/i18n'));

let root: ReturnType<typeof createRoot>;
let place: HTMLElement;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
});
const show = (view: ReactNode) => act(() => root.render(view));

function Holder() {
  const [model, setModel] = useState('');
  const models = [{ id: 'house-12b' }, { id: 'Big House 70b' }];
  return (
    <>
      <ModelField name="Model" hint="" value={model} models={models} onChange={setModel} />
      <output>{`[${model}]`}</output>
    </>
  );
}

describe('the switch for a second reading', () => {
  const changes: Partial<Settings>[] = [];
  const drafting = (settings: Partial<Settings>) => {
    changes.length = 0;
    show(
      <DraftingSection
        settings={{ ...defaultSettings, ...settings }}
        onChange={(change) => changes.push(change)}
      />,
    );
    return place.querySelector<HTMLButtonElement>('[role=switch]')!;
  };

  it('is pressed by a person where the company says nothing of it', () => {
    const onOff = drafting({ provider: 'openai', company: { findByMeaning: false } });
    act(() => onOff.click());
    expect(changes).toEqual([{ secondReading: true }]);
    expect(place.textContent).not.toContain('Set by');
  });

  it('cannot be pressed where the company forbids it, and says who set that', () => {
    const onOff = drafting({ company: { secondReading: false, setBy: 'IT of the shop' } });
    expect(onOff.disabled).toBe(true);
    expect(onOff.getAttribute('aria-checked')).toBe('false');
    expect(place.textContent).toContain('Set by IT of the shop');
    // One reason is enough.
    expect(place.textContent).not.toContain('At rest');
    act(() => onOff.click());
    expect(changes).toEqual([]);
  });
});

describe('the field of a model', () => {
  const input = () => place.querySelector('input')!;
  const write = (value: string) =>
    act(() => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input(), value);
      input().dispatchEvent(new Event('input', { bubbles: true }));
    });
  const said = () => place.querySelector('output')!.textContent;

  it('offers what the endpoint has', () => {
    show(<Holder />);
    const offered = place.querySelector(`datalist[id="${input().getAttribute('list')}"]`)!;
    expect([...offered.children].map((each) => each.getAttribute('value'))).toEqual([
      'house-12b',
      'Big House 70b',
    ]);
  });

  it('takes a name with spaces as it is typed, and none around it once it is left', () => {
    show(<Holder />);
    write(' Big ');
    expect(said()).toBe('[Big ]');
    write('Big House ');
    act(() => {
      input().focus();
      input().blur();
    });
    expect(said()).toBe('[Big House]');
  });
});
