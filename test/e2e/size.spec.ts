import { expect, test } from '@playwright/test';
import { measureEntry } from '../support/bundle-size';
import { chromeBuild } from './support/extension';

const kilobytes = 1000;

test('the content script is at most 12 kB gzip', () => {
  const size = measureEntry(chromeBuild, 'content-scripts/helpdesk.js');
  expect(size.jsGzip).toBeGreaterThan(1 * kilobytes);
  expect(size.jsGzip).toBeLessThanOrEqual(12 * kilobytes);
});

test('the MAIN-world inserter is under 2 kB', () => {
  const size = measureEntry(chromeBuild, 'content-scripts/inserter.js');
  expect(size.jsGzip).toBeGreaterThan(0);
  expect(size.jsGzip).toBeLessThan(2 * kilobytes);
});

test('the service worker is at most 46 kB gzip', () => {
  // Two thirds are Dexie, for what the daily alarm takes away: a service worker can import nothing later on. Running it
  // costs 1.5 ms of a start.
  const size = measureEntry(chromeBuild, 'background.js');
  expect(size.jsGzip).toBeGreaterThan(10 * kilobytes);
  expect(size.jsGzip).toBeLessThanOrEqual(46 * kilobytes);
});

test('the panel shows itself after at most 150 kB gzip of script', () => {
  const size = measureEntry(chromeBuild, 'sidepanel.html');
  expect(size.jsGzip).toBeGreaterThan(40 * kilobytes);
  expect(size.jsGzip).toBeLessThanOrEqual(150 * kilobytes);
});
