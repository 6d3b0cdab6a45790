// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import type { OutboundRequest } from '@/lib/draft/prompt/outbound';
import { RequestSheet } from './request-sheet';

const request: OutboundRequest = {
  purpose: 'draft',
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

function show(
  value: OutboundRequest | null,
  props: Partial<Parameters<typeof RequestSheet>[0]> = {},
): HTMLElement {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  act(() => root.render(<RequestSheet request={value} price={null} onClose={() => {}} {...props} />));
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

it('tells what sending costs at the price of the settings, and where to tell the price', () => {
  const price = { perMillion: 2.5, currency: 'EUR' };
  expect(show({ ...request, tokens: 3313 }, { price }).textContent).toMatch(/about €0\.0083 to send/);
  unmount();
  expect(show(request).textContent).toContain('Settings');
});

it('asks where the request waits, and says the order numbers stay here when they do', () => {
  const answers: string[] = [];
  const place = show(
    { ...request, masked: { ORDER_NAME: 1 } },
    { onAnswer: (answer) => void answers.push(answer) },
  );
  expect(place.textContent).toContain('Send this request?');
  expect(place.textContent).not.toContain('Order numbers, articles');
  const press = (name: string) =>
    act(() => [...place.querySelectorAll('button')].find((button) => button.textContent === name)?.click());
  press('Without a model');
  press('Send and draft');
  expect(answers).toEqual(['without-model', 'send']);
});
