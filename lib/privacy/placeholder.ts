import { type MaskType, maskTypes } from './finding';

/**
 * Anything that could be taken for a placeholder. Ours have the form `[PERSON_1]`. The numbers begin anew in each
 * ticket: an answer is restored by its own ticket's vault alone, and what looks like a placeholder in a text that goes
 * out is masked itself, so that none of another ticket can come back as a value of this one.
 */
export const placeholderPattern = (() => {
  const joint = '\\\\?[ _-]';
  const types = maskTypes.map((type) => type.replaceAll('_', joint)).join('|');
  const bare = maskTypes
    .filter((type) => type !== 'TEXT')
    .join('|')
    .replaceAll('_', '\\\\?[_-]');
  return new RegExp(
    // Escaped on both sides or on none: one backslash before a placeholder is the text's own.
    `\\\\\\[(?:${types})(?:${joint})?\\d{1,4}\\\\\\]|[[(<{【]\\s?(?:${types})(?:${joint})?\\d{1,4}\\s?[\\])>}】]|(?<![\\p{L}\\p{N}_])(?:${bare})\\\\?_\\d{1,4}(?![\\p{L}\\p{N}_])`,
    'giu',
  );
})();

/** The placeholder that a bent one means. */
export function straightened(found: string): { type: MaskType; text: string } | null {
  const [, words = '', number = ''] =
    /([a-z][a-z _-]*?)[ _-]?(\d+)\D*$/iu.exec(found.replaceAll('\\', '')) ?? [];
  const type = maskTypes.find((each) => each === words.toUpperCase().replace(/[ -]/gu, '_'));
  return type ? { type, text: `[${type}_${Number(number)}]` } : null;
}

/** Whether more text could make a placeholder of this end of a text: `[PERS`, `date_of`. */
export function mayBecomePlaceholder(end: string): boolean {
  const words = end
    .replace(/[^a-z\d _-]/giu, '')
    .trim()
    .toUpperCase()
    .replace(/[ -]/gu, '_');
  const name = words.replace(/_?\d+$/u, '');
  return maskTypes.some((type) => (words === name ? `${type}_`.startsWith(name) : type === name));
}

/** Placeholders left in a text after restoring: invented ones, and values that nobody may see again. */
export function findPlaceholders(text: string): { start: number; end: number; type: MaskType }[] {
  return [...text.matchAll(placeholderPattern)].flatMap(({ index, 0: found }) => {
    const placeholder = straightened(found);
    return placeholder ? [{ start: index, end: index + found.length, type: placeholder.type }] : [];
  });
}
