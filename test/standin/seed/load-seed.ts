import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SeedStore } from '../contract';
import { loadDemoFolder } from './demo-folder';
import { loadRetailFolder } from './retail-folder';
import { SeedError } from './seed-file';

/** The built-in demo store. */
export const demoDir = resolve(import.meta.dirname, '../demo');

/** Reads a seed folder of either form; throws a `SeedError` that names file and fault. */
export function loadSeed(dir: string = demoDir): SeedStore {
  const store = readFolder(resolve(dir));
  checkReferences(store, dir);
  return store;
}

function readFolder(dir: string): SeedStore {
  if (existsSync(join(dir, 'store.json'))) return loadDemoFolder(dir);
  if (existsSync(join(dir, 'policy.md'))) return loadRetailFolder(dir);
  throw new SeedError(dir, 'holds neither store.json (demo form) nor policy.md (retail form)');
}

function checkReferences(store: SeedStore, dir: string): void {
  const customers = new Set(store.customers.map(({ id }) => id));
  const orders = new Map(store.orders.map((order) => [order.name, order]));
  const ids = new Set<number>();
  for (const order of store.orders) {
    if (!customers.has(order.customerId)) {
      throw new SeedError(dir, `order ${order.name}: there is no customer "${order.customerId}"`);
    }
  }
  for (const ticket of store.tickets) {
    const fault = (detail: string) => new SeedError(dir, `ticket ${ticket.id}: ${detail}`);
    if (ids.has(ticket.id)) throw fault('the number is used twice');
    ids.add(ticket.id);
    if (!customers.has(ticket.customerId)) throw fault(`there is no customer "${ticket.customerId}"`);
    if (ticket.order !== undefined && !orders.has(ticket.order))
      throw fault(`there is no order "${ticket.order}"`);
  }
  if (store.tickets.length === 0) throw new SeedError(dir, 'holds no ticket');
}
