// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ErrorBoundary } from './error-boundary';
import { later } from './later';

vi.mock('#i18n', () => import('@/test/support/i18n'));

let root: ReturnType<typeof createRoot>;
let place: HTMLElement;
const reload = vi.fn();

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  reload.mockClear();
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place, { onCaughtError: () => {} });
});
afterEach(async () => {
  await act(async () => root.unmount());
  place.remove();
});

const Part = ({ name }: { name: string }) => <p>Part of {name}</p>;

describe('a part that comes later', () => {
  it('shows what stands there meanwhile, then the part', async () => {
    const { promise, resolve } = Promise.withResolvers<typeof Part>();
    const Comes = later(() => promise);
    await act(async () => root.render(<Comes name="Nora" meanwhile="Comes" />));
    expect(place.textContent).toBe('Comes');
    await act(async () => resolve(Part));
    expect(place.textContent).toBe('Part of Nora');
  });

  it('is drawn in the first drawing when it was fetched before', async () => {
    const load = vi.fn(async () => Part);
    const Comes = later(load);
    await act(async () => Comes.preload());
    const drawn: (string | null)[] = [];
    const watch = new MutationObserver(() => drawn.push(place.textContent));
    watch.observe(place, { childList: true, subtree: true });
    await act(async () => root.render(<Comes name="Nora" meanwhile="Comes" />));
    watch.disconnect();
    expect(drawn).not.toContain('Comes');
    expect(place.textContent).toBe('Part of Nora');
    expect(load).toHaveBeenCalledOnce();
  });

  it('is asked for again after a failure, and tells a second one in words with a way on', async () => {
    const load = vi.fn().mockRejectedValue(new TypeError('no such chunk'));
    const Fails = later<{ name: string }>(load);
    await act(async () => Fails.preload());
    await act(async () =>
      root.render(
        <ErrorBoundary kept="Drafts are saved." onReload={reload}>
          <Fails name="Nora" />
        </ErrorBoundary>,
      ),
    );
    expect(load).toHaveBeenCalledTimes(2);
    expect(place.querySelector('h1')?.textContent).toBe('This page stopped working.');
    expect(place.textContent).toContain('Drafts are saved.');
    expect(place.textContent).toContain('TypeError: no such chunk');
    place.querySelector('button')?.click();
    expect(reload).toHaveBeenCalledOnce();
  });
});
