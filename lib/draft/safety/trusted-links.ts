import type { DraftOrder } from '../pipeline';
import type { Source } from '../session/session-state';
import { trustedLinks } from './inert';

/** The trusted table: addresses of the public passages on offer and those that the agent typed. */
export function linksOf(
  sources: readonly Source[],
  { hint, instruction }: Pick<DraftOrder, 'hint' | 'instruction'>,
): string[] {
  const open = sources.filter((source) => source.audience === 'public' && !source.gone);
  return [
    ...open.flatMap((source) => [...trustedLinks(source.text), ...(source.url === null ? [] : [source.url])]),
    ...trustedLinks(hint),
    ...trustedLinks(instruction ?? ''),
  ];
}

export function mailLinksOf(sources: readonly Source[]): string[] {
  return sources
    .filter((source) => source.audience === 'public')
    .flatMap((source) => source.text.match(/mailto:[^\s<>()"'\]]+/giu) ?? []);
}
