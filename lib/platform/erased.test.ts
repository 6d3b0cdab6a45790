import { expect, it } from 'vitest';
import { until } from '@/test/support/until';
import { tellErased, watchErased } from './erased';

it('tells every page which tickets were erased, until it stops listening', async () => {
  const seen: (readonly string[])[] = [];
  const stop = new AbortController();
  watchErased((keys) => seen.push(keys), stop.signal);
  const other = new BroadcastChannel('erased-tickets');
  other.postMessage({ not: 'a list' });
  tellErased(['zendesk:acme.example:7']);
  await until(() => expect(seen).toEqual([['zendesk:acme.example:7']]));
  stop.abort();
  tellErased(['zendesk:acme.example:8']);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(seen).toHaveLength(1);
  other.close();
});
