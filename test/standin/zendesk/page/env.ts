import { createRandom } from '../../core/random';
import type { Boot } from './boot';
import { labelsOf } from './labels';

/** Everything the page knows at load. Options never change under a running page. */
export const boot = JSON.parse(document.getElementById('boot')?.textContent ?? '{}') as Boot;
export const options = boot.options;
export const labels = labelsOf(options.locale);
export const random = createRandom(boot.seed);

/** Class attribute in the manner of styled-components: a component-like name and the hash that changes. */
export function cls(...names: (string | false)[]): string {
  return names
    .filter((name) => name !== false)
    .map((name) => `sc-${boot.classes[name] ?? name}-0 ${boot.classes[name] ?? ''}`)
    .join(' ');
}

export function hasSkin(skin: (typeof options.skin)[number]): boolean {
  return options.skin.includes(skin);
}

export function delay(range: { min: number; max: number }): number {
  return random.int(range.min, range.max);
}
