import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import type { PlainResponse } from './http';

const root = resolve(import.meta.dirname, '../../..');
const cacheRoot = join(root, 'node_modules/.cache/standin');

export interface BundleRequest {
  /** Folder name in the cache. */
  name: string;
  /** Output name without ending → source file (absolute). CSS sources become `.css`. */
  entryPoints: Record<string, string>;
  /** e.g. `{ react: 'react-17' }`; holds for the dependencies' own imports too. */
  alias?: Record<string, string>;
  define?: Record<string, string>;
}

export interface PageBundle {
  /** URL path of an output file, e.g. `/standin/assets/3f2a…/page.js`. */
  url(file: string): string;
  /** The answer to a request for an asset, or null when the path is not one of ours. */
  respond(path: string): PlainResponse | null;
}

interface Manifest {
  inputs: Record<string, string>;
  hash: string;
}

const contentTypes: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Bundles a page, or takes it from the disk when no input has changed since. */
export async function bundlePage(request: BundleRequest): Promise<PageBundle> {
  const key = createHash('sha256').update(JSON.stringify(request)).digest('hex').slice(0, 12);
  const dir = join(cacheRoot, `${request.name}-${key}`);
  const hash = freshHash(dir) ?? (await rebuild(request, dir));
  const filesDir = join(dir, hash);
  const prefix = `/standin/assets/${hash}/`;
  const names = new Set(readdirSync(filesDir));
  return {
    url: (file) => {
      if (!names.has(file)) throw new Error(`The bundle ${request.name} has no ${file}`);
      return prefix + file;
    },
    respond: (path) => {
      if (!path.startsWith(prefix)) return null;
      const name = path.slice(prefix.length);
      if (!names.has(name)) return null;
      return {
        status: 200,
        headers: {
          'content-type': contentTypes[extname(name)] ?? 'application/octet-stream',
          'cache-control': 'public, max-age=31536000, immutable',
        },
        body: readFileSync(join(filesDir, name)),
      };
    },
  };
}

/** Our own sources by content; packages by size and time, since they are large and only change by npm. */
function stampOf(file: string): string | null {
  const absolute = join(root, file);
  if (!existsSync(absolute)) return null;
  if (file.startsWith('node_modules/')) {
    const { size, mtimeMs } = statSync(absolute);
    return `${size}:${mtimeMs}`;
  }
  return createHash('sha256').update(readFileSync(absolute)).digest('hex');
}

function freshHash(dir: string): string | null {
  const file = join(dir, 'manifest.json');
  if (!existsSync(file)) return null;
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const isFresh = Object.entries(manifest.inputs).every(([input, stamp]) => stampOf(input) === stamp);
  return isFresh && existsSync(join(dir, manifest.hash)) ? manifest.hash : null;
}

async function rebuild(request: BundleRequest, dir: string): Promise<string> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: request.entryPoints,
    outdir: join(dir, 'out'),
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    write: false,
    metafile: true,
    jsx: 'automatic',
    target: ['es2022'],
    logLevel: 'silent',
    entryNames: '[name]',
    chunkNames: 'chunk-[hash]',
    assetNames: 'asset-[hash]',
    loader: { '.svg': 'file', '.woff2': 'file' },
    ...(request.alias && { alias: request.alias }),
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis', ...request.define },
  });
  const sum = createHash('sha256');
  for (const output of result.outputFiles) sum.update(output.path).update(output.contents);
  const hash = sum.digest('hex').slice(0, 16);
  mkdirSync(join(dir, hash), { recursive: true });
  for (const output of result.outputFiles) {
    writeFileSync(join(dir, hash, relative(join(dir, 'out'), output.path)), output.contents);
  }
  const inputs: Record<string, string> = {};
  for (const input of Object.keys(result.metafile.inputs)) {
    const stamp = stampOf(input);
    if (stamp !== null) inputs[input] = stamp;
  }
  // Two runs may build at once: the manifest appears whole or not at all.
  const half = join(dir, `manifest-${process.pid}.tmp`);
  writeFileSync(half, JSON.stringify({ inputs, hash } satisfies Manifest));
  renameSync(half, join(dir, 'manifest.json'));
  return hash;
}
