import { vi } from 'vitest';

/** Looks again and again until `check` throws no more, and gives what it gave. For long: machines are busy. */
export function until<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 30_000, interval: 5 });
}
