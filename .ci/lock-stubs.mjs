// npm leaves optional platform packages that the reachable registry lacks out of the lock file, and `npm ci` then
// refuses that lock. This adds a stub for each missing name; with --check it only reports and fails.
// Gone when `npm install && npm ci` passes without it. TODO [2027-06-01]: try again.
import { readFileSync, writeFileSync } from 'node:fs';

const check = process.argv.includes('--check');
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const packages = lock.packages;
const OS = {
  darwin: 'darwin',
  win32: 'win32',
  linux: 'linux',
  android: 'android',
  freebsd: 'freebsd',
  openbsd: 'openbsd',
  netbsd: 'netbsd',
  sunos: 'sunos',
  aix: 'aix',
  openharmony: 'openharmony',
};
const CPU = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32'];

function find(parent, name) {
  for (let base = parent; ; base = base.slice(0, Math.max(0, base.lastIndexOf('node_modules/') - 1))) {
    const path = base ? `${base}/node_modules/${name}` : `node_modules/${name}`;
    if (packages[path]) return path;
    if (!base) return null;
  }
}

function stub(name, version, parent) {
  const words = name.split(/[/-]/);
  const os = words.map((word) => OS[word]).find(Boolean);
  const cpu = CPU.find((each) => words.includes(each));
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : null;
  return {
    version: version.replace(/^[\^~]/, ''),
    ...(cpu && { cpu: [cpu] }),
    ...(packages[parent].dev && { dev: true }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}

const missing = [];
for (const [parent, entry] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (find(parent, name)) continue;
    missing.push(name);
    packages[`node_modules/${name}`] = stub(name, version, parent);
  }
}

const count = Object.keys(packages).length;
if (count < 100) throw new Error(`package-lock.json names only ${count} packages: nothing was checked`);
if (check && missing.length > 0) {
  console.error(
    `${missing.length} optional packages are missing from package-lock.json. Run: node .ci/lock-stubs.mjs`,
  );
  process.exit(1);
}
if (!check) {
  lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(`${count} packages in the lock file, ${missing.length} ${check ? 'missing' : 'added'}`);
