import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium, ensureFirefox } from './chromium';

/**
 * The whole suite, as `npm test` runs it: nets, unit tests, both builds, browser tests. Each stage is counted; a
 * stage that counted nothing is a failure. The last line is `N passed, N failed`.
 */
interface Tally {
  passed: number;
  failed: number;
}

const results = mkdtempSync(join(tmpdir(), 'footnote-tests-'));

function run(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function net(name: string, script: string): Promise<Tally> {
  console.log(`\n== ${name}`);
  const code = await run('npm', ['run', '-s', script]);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function unit(): Promise<Tally> {
  console.log('\n== unit, contract and structure tests');
  const file = join(results, 'unit.json');
  const code = await run('npm', [
    'run',
    '-s',
    'unit',
    '--',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    success: boolean;
  };
  return settle(report.numPassedTests, report.numFailedTests, code);
}

async function browserTests(): Promise<Tally> {
  console.log('\n== browser tests on the production build');
  const file = join(results, 'e2e.json');
  const code = await run('npm', ['run', '-s', 'e2e', '--', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number };
  };
  return settle(report.stats.expected, report.stats.unexpected + report.stats.flaky, code);
}

function settle(passed: number, failed: number, exitCode: number): Tally {
  const ranNothing = passed + failed === 0;
  return { passed, failed: failed || (exitCode !== 0 || ranNothing ? 1 : 0) };
}

async function main(): Promise<void> {
  const total: Tally = { passed: 0, failed: 0 };
  const add = async (stage: Promise<Tally>) => {
    const tally = await stage;
    total.passed += tally.passed;
    total.failed += tally.failed;
  };
  await ensureChromium();
  await ensureFirefox();
  await add(net('types', 'types'));
  await add(net('lint', 'lint'));
  await add(net('unused code', 'knip'));
  await add(unit());
  await add(net('build for Chromium', 'build'));
  await add(net('build for Firefox', 'build:firefox'));
  await add(browserTests());
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed === 0 ? 0 : 1);
}

await main();
