// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import type { OutboundRequest } from '@/lib/draft/outbound';
import { RequestSheet } from './request-sheet';

const request: OutboundRequest = {
  writer: 'house-12b',
  hosts: ['llm.example'],
  sentAt: null,
  characters: 1234,
  tokens: 310,
  masked: { PERSON: 1, PASSWORD: 1 },
  sections: [
    { kind: 'system', tokens: 10, pieces: [{ text: 'You draft a reply.' }] },
    {
      kind: 'ticket',
      tokens: 20,
      pieces: [
        { text: 'I am ' },
        { placeholder: '[PERSON_1]', value: 'Odalys Brenneck' },
        { text: ', password ' },
        { placeholder: '[PASSWORD_1]', value: null },
      ],
    },
  ],
};

vi.mock('#i18n', () => import('@/test/support/i18n'));

let unmount = () => {};
afterEach(() => unmount());

function show(value: OutboundRequest | null): HTMLElement {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  act(() => root.render(<RequestSheet request={value} onClose={() => {}} />));
  unmount = () => {
    act(() => root.unmount());
    place.remove();
  };
  return place;
}

it('shows the request with its masks, and the values only when asked', () => {
  const place = show(request);
  expect(place.textContent).toContain('I am [PERSON_1], password [PASSWORD_1]');
  expect(place.textContent).not.toContain('Odalys');
  const button = place.querySelector<HTMLButtonElement>('[aria-pressed]');
  act(() => button?.click());
  expect(place.textContent).toContain('I am Odalys Brenneck, password [PASSWORD_1]');
});

it('tells the agent to have secrets changed', () => {
  expect(show(request).textContent).toContain('Ask the customer to change');
  unmount();
  expect(show({ ...request, masked: { PERSON: 1 } }).textContent).not.toContain('Ask the customer to change');
});

it('says that nothing is sent where no host gets anything', () => {
  const place = show({ ...request, hosts: [] });
  expect(place.textContent).toContain('Nothing is sent');
  expect(place.textContent).not.toContain('You draft a reply');
});
