import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { webDigest } from './web-digest';

describe('webDigest', () => {
  it('tells texts apart that are hashed at the same time, long ones and other letters too', async () => {
    const texts = ['a', 'b', 'Grüße 😀', 'x'.repeat(200_000), ''];
    const wanted = texts.map((text) => createHash('sha256').update(text).digest('hex'));
    expect(await Promise.all(texts.map(webDigest))).toEqual(wanted);
  });
});
