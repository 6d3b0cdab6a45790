import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { reasonedFor } from '../support/permission-reasons';
import { projectRoot } from '../support/source-tree';
import { chromeBuild } from './support/extension';

interface BuiltManifest {
  permissions?: string[];
  optional_permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
  content_security_policy?: Record<string, string>;
  content_scripts?: { matches: string[]; js?: string[]; all_frames?: boolean; world?: string }[];
  externally_connectable?: unknown;
  web_accessible_resources?: unknown[];
}

const builds = [
  { browser: 'Chromium', folder: chromeBuild },
  { browser: 'Firefox', folder: join(projectRoot, '.output/firefox-mv3') },
] as const;

/** `script-src 'self'` as `['self']` by name. */
function readPolicy(policy: string): Map<string, string[]> {
  return new Map(
    policy.split(';').map((directive) => {
      const [name, ...sources] = directive.trim().split(/\s+/);
      return [name!, sources];
    }),
  );
}

for (const { browser, folder } of builds) {
  test.describe(`the manifest built for ${browser}`, () => {
    const path = join(folder, 'manifest.json');
    const read = () => {
      if (!existsSync(path)) throw new Error(`${path} does not exist. Build first, for both browsers.`);
      return JSON.parse(readFileSync(path, 'utf8')) as BuiltManifest;
    };

    test('asks for nothing without a reason in store/permissions.md, and the page names nothing else', () => {
      const built = read();
      const reasons = reasonedFor(browser);
      expect([...(built.permissions ?? [])].sort()).toEqual(reasons.permissions);
      expect([...(built.host_permissions ?? [])].sort()).toEqual(reasons.hosts);
      expect([...(built.optional_host_permissions ?? [])].sort()).toEqual(reasons.optionalHosts);
      expect(built.optional_permissions ?? []).toEqual([]);
      expect((built.content_scripts ?? []).flatMap(({ js }) => js ?? []).sort()).toEqual(reasons.scripts);
    });

    test('runs scripts in the granted hosts only, and in no frame inside them', () => {
      const built = read();
      expect(built.content_scripts?.length).toBeGreaterThan(0);
      for (const script of built.content_scripts ?? []) {
        expect([...script.matches].sort()).toEqual([...(built.host_permissions ?? [])].sort());
        expect(script.all_frames ?? false).toBe(false);
      }
    });

    test('is open to no page and to no other extension', () => {
      const built = read();
      // Left out, other extensions may send messages: they are refused by who asks, and pages may not at all.
      expect(built.externally_connectable).toBeUndefined();
      expect(built.web_accessible_resources ?? []).toEqual([]);
    });

    test('allows its pages no script, style, frame or image from elsewhere', () => {
      const policy = readPolicy(read().content_security_policy?.extension_pages ?? '');
      expect(policy.get('default-src')).toEqual(["'none'"]);
      for (const closed of ['base-uri', 'form-action', 'frame-ancestors', 'object-src'])
        expect(policy.get(closed), closed).toEqual(["'none'"]);
      for (const own of ['script-src', 'worker-src', 'style-src', 'font-src'])
        expect(policy.get(own), own).toEqual(["'self'"]);
      expect(policy.get('img-src')).toEqual(["'self'", 'data:']);
      expect(policy.get('connect-src')).toEqual([
        "'self'",
        'https:',
        'http://localhost:*',
        'http://127.0.0.1:*',
      ]);
      const listed = ['default', 'script', 'worker', 'style', 'font', 'img', 'connect', 'object'];
      expect([...policy.keys()].sort()).toEqual(
        [...listed.map((name) => `${name}-src`), 'base-uri', 'form-action', 'frame-ancestors'].sort(),
      );
    });

    test('has pages without a script written into them', () => {
      const pages = readdirSync(folder).filter((file) => file.endsWith('.html'));
      expect(pages.length).toBeGreaterThan(1);
      for (const page of pages) {
        const html = readFileSync(join(folder, page), 'utf8');
        expect(html.match(/<script(?![^>]*\bsrc=)[^>]*>|\son\w+=|<style\b/gu), page).toBeNull();
        for (const [, address] of html.matchAll(/(?:src|href)="([^"]+)"/gu))
          expect(address, page).toMatch(/^\/(?!\/)/);
      }
    });
  });
}
