import { describe, expect, it } from 'vitest';
import { lettered } from './letters';

describe('lettered', () => {
  it('takes the same characters for letters as Unicode does, in the scripts it is made for', () => {
    const narrow = lettered(/^\p{L}$/u);
    const differing: string[] = [];
    for (let code = 0; code <= 0x52f; code += 1) {
      const char = String.fromCharCode(code);
      // IPA, modifiers and combining marks stand in no word that is looked for.
      if (code >= 0x250 && code < 0x370) continue;
      if (narrow.test(char) !== /^\p{L}$/u.test(char)) differing.push(code.toString(16));
    }
    // Places that Unicode has left empty, and one sign.
    expect(differing).toEqual(['378', '379', '38b', '38d', '3a2', '3f6']);
    expect(narrow.test('ế')).toBe(true);
  });

  it('finds words at the same places, in any case and with accents', () => {
    const text = 'Rückgabe: RÜCKERSTATTUNG, refunded; prefund. Überfällige Refunds? É reembolsada';
    for (const pattern of [
      /(?<!\p{L})(?:refund\p{L}*|rück\p{L}+|über\p{L}*|reembolsad\p{L}+)(?!\p{L})/giu,
      /(?<![\p{L}\d])[\p{L}]{4,}[:;]/gu,
    ]) {
      const places = (each: RegExp) => [...text.matchAll(each)].map((match) => [match.index, match[0]]);
      expect(places(pattern).length).toBeGreaterThan(1);
      expect(places(lettered(pattern))).toEqual(places(pattern));
    }
  });

  it('keeps the other flags, and what is escaped', () => {
    expect(lettered(/\[\p{L}\]/giu).flags).toBe('gi');
    expect(lettered(/\[\p{L}\]/u).test('[é]')).toBe(true);
  });
});
