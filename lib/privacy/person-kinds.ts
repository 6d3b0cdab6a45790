/** Kinds of records that may speak of a person, in the order in which they are shown. */
export const personKinds = ['draft', 'outcome', 'question', 'example', 'article', 'audit'] as const;
export type PersonKind = (typeof personKinds)[number];

/**
 * Articles and audit entries are told of and stay: an article is the team's own words, for its author to change; an
 * audit entry holds no words of anybody, and without it the chain would break.
 */
export function mayErase({ kind }: { readonly kind: PersonKind }): boolean {
  return kind !== 'article' && kind !== 'audit';
}
