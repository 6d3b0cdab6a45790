import { describe, expect, it } from 'vitest';
import { createReaders } from '@/lib/helpdesk/readers';
import { helpdesks } from '@/lib/helpdesk/registry';
import { readSourceTree, type SourceFile } from './support/source-tree';

const code = readSourceTree(['entrypoints', 'components', 'lib']);
const tests = readSourceTree(['test']);
const shipped = code.filter((file) => !file.path.includes('.test.'));
const byPath = new Map(code.map((file) => [file.path.replace(/\.tsx?$/, ''), file]));

const pureWordRules = ['lib/draft/words', 'lib/draft/values', 'lib/draft/reply/write-reply'];

/** What each room may import, beside itself and `lib/result`. The words behind it stand in docs/architecture.md. */
const mayImport: Record<string, readonly string[]> = {
  'lib/ticket': [],
  'lib/helpdesk': ['lib/ticket'],
  'lib/knowledge': ['lib/ticket', 'lib/helpdesk/contract', 'lib/helpdesk/hidden-elements'],
  'lib/search': ['lib/knowledge', 'lib/store/index-storage'],
  'lib/privacy': ['lib/ticket', 'lib/knowledge/canonical'],
  // The provider without a model writes by the same rules of sentences and words that check a draft.
  'lib/model': ['lib/platform/egress', 'lib/platform/clock', 'lib/settings', ...pureWordRules],
  'lib/draft': [
    'lib/ticket',
    'lib/knowledge',
    'lib/search',
    'lib/privacy',
    'lib/model/contract',
    'lib/helpdesk/contract',
  ],
  'lib/review': ['lib/draft', 'lib/knowledge', 'lib/ticket'],
  'lib/store': [
    'lib/ticket',
    'lib/knowledge',
    'lib/draft',
    'lib/review',
    'lib/search',
    'lib/privacy',
    'lib/helpdesk/contract',
    'lib/model/contract',
  ],
  'lib/rpc': ['lib/helpdesk/contract', 'lib/platform'],
  'lib/settings': ['lib/model', 'lib/platform', 'lib/privacy/retention'],
  'lib/platform': ['lib/helpdesk/registry', 'lib/settings', 'lib/privacy/retention'],
};

const pureRooms = ['lib/ticket', 'lib/knowledge', 'lib/search', 'lib/privacy', 'lib/draft', 'lib/review'];
const adapters = [
  'lib/helpdesk/zendesk',
  'lib/helpdesk/gorgias',
  'lib/model/openai',
  'lib/model/on-device',
  'lib/model/extractive',
];

function roomOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

function isPure(file: SourceFile): boolean {
  const inRoom = pureRooms.includes(roomOf(file.path));
  return (
    inRoom &&
    !file.path.startsWith('lib/knowledge/import/') &&
    !file.path.startsWith('lib/knowledge/demo-shop/') &&
    !file.path.startsWith('lib/search/worker/')
  );
}

describe('the house', () => {
  it('has something to examine', () => {
    expect(shipped.length).toBeGreaterThan(60);
    expect(tests.length).toBeGreaterThan(10);
    expect(shipped.flatMap((file) => file.imports).length).toBeGreaterThan(150);
  });

  it('lets each room import only what it may', () => {
    const wrong = shipped.flatMap((file) => {
      const room = roomOf(file.path);
      const allowed = mayImport[room];
      if (!allowed) return [];
      return [...file.imports, ...file.typeOnlyImports]
        .filter((target) => /^(lib|components|entrypoints)\//.test(target) && target !== 'lib/result')
        .filter(
          (target) =>
            roomOf(target) !== room &&
            !allowed.some((each) => target === each || target.startsWith(`${each}/`)),
        )
        .map((target) => `${file.path} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps React, Dexie and browser APIs out of the pure rooms', () => {
    const wrong = shipped
      .filter(isPure)
      .flatMap((file) =>
        file.imports
          .filter((target) => /^(react|dexie|wxt|@wxt-dev|openai|@base-ui|@tiptap)/.test(target))
          .map((target) => `${file.path} imports ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it('lets only lib/store import Dexie', () => {
    const wrong = shipped.filter(
      (file) => file.imports.includes('dexie') && roomOf(file.path) !== 'lib/store',
    );
    expect(wrong.map((file) => file.path)).toEqual([]);
  });

  it('keeps adapters from importing each other, and components from importing adapters', () => {
    const wrong = shipped.flatMap((file) =>
      file.imports
        .filter((target) => adapters.some((adapter) => target.startsWith(`${adapter}/`)))
        .filter((target) => {
          const adapter = adapters.find((each) => target.startsWith(`${each}/`))!;
          const isOtherAdapter = adapters.some(
            (each) => each !== adapter && file.path.startsWith(`${each}/`),
          );
          return isOtherAdapter || file.path.startsWith('components/');
        })
        .map((target) => `${file.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps components free of stores, messages and browser APIs', () => {
    const wrong = shipped
      .filter((file) => file.path.startsWith('components/'))
      .flatMap((file) =>
        file.imports
          .filter((target) => /^(lib\/(store|rpc|platform|react|panel)|wxt)/.test(target))
          .map((target) => `${file.path} imports ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it('lets nothing in lib import a view or an entrypoint, but the room that joins views and controllers', () => {
    const inLib = shipped.filter((file) => file.path.startsWith('lib/') && roomOf(file.path) !== 'lib/react');
    expect(inLib.length).toBeGreaterThan(60);
    const wrong = inLib.flatMap((file) =>
      [...file.imports, ...file.typeOnlyImports]
        .filter((target) => /^(components|entrypoints)\//.test(target))
        .map((target) => `${file.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('reaches a network only by the egress gate and the helpdesk reader of the page', () => {
    const reaching =
      /(?<![\w.'"`$])fetch\(|\bnew (?:XMLHttpRequest|WebSocket|EventSource|Image)\b|\.sendBeacon\(|\bimportScripts\(/;
    const found = shipped.filter((file) => reaching.test(file.text)).map((file) => file.path);
    expect(found.sort()).toEqual(['lib/helpdesk/fetch-api.ts', 'lib/platform/egress.ts']);
  });

  it('makes HTML of a draft in one place only', () => {
    const found = shipped
      .filter((file) => /(?<!function )\btoHtml\(/.test(file.text))
      .map((file) => file.path);
    expect(found).toEqual(['lib/panel/insertion/render-reply.ts']);
  });

  it('has no import cycle', () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: string[]) => {
      if (trail.includes(path)) {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
        return;
      }
      if (done.has(path)) return;
      for (const target of byPath.get(path)?.imports ?? [])
        if (byPath.has(target)) visit(target, [...trail, path]);
      done.add(path);
    };
    for (const path of byPath.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });

  it('keeps every file below 400 lines', () => {
    const long = [...code, ...tests].filter((file) => file.lines > 400);
    expect(long.map((file) => `${file.path}: ${file.lines}`)).toEqual([]);
  });

  it('has no folder that names a technique instead of an idea', () => {
    const vague = code.filter((file) => /\/(utils|helpers|services|common|types|hooks)\//.test(file.path));
    expect(vague.map((file) => file.path)).toEqual([]);
  });

  it('keeps tests out of entrypoints, where they would break the build', () => {
    expect(
      code.filter((file) => file.path.startsWith('entrypoints/') && file.path.includes('.test.')),
    ).toEqual([]);
  });

  it('gives every helpdesk a page side and a reader', () => {
    expect(helpdesks.length).toBeGreaterThan(1);
    expect(Object.keys(createReaders()).sort()).toEqual(helpdesks.map((helpdesk) => helpdesk.id).sort());
  });
});
