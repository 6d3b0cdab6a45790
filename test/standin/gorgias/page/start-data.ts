import type { Boot } from './boot';

export const boot = JSON.parse(document.getElementById('boot')?.textContent ?? '') as Boot;

/** Hashed class names; an unknown one is a slip in this page. */
export function cls(...names: (string | false | null | undefined)[]): string {
  return names
    .filter((name) => typeof name === 'string')
    .map((name) => {
      const hashed = boot.classes[name];
      if (hashed === undefined) throw new Error(`page.css has no ${name}`);
      return hashed;
    })
    .join(' ');
}
