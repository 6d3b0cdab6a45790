import { parseArgs } from 'node:util';
import { fixtureStore } from './seed/fixture';
import { startStandins } from './start';

const { values } = parseArgs({
  options: { data: { type: 'string' }, port: { type: 'string', default: '0' } },
});
const store = fixtureStore;
const standins = await startStandins({ store, seed: 1, port: Number(values.port) });
console.log(standins.zendesk.ticketUrl(store.tickets[0]?.id ?? 1));
