import type { Digest } from '../canonical';

const encoder = new TextEncoder();
const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Grows to the longest text: of an import's thousands none leaves a buffer behind. */
let room = new Uint8Array(1 << 16);

/** SHA-256 by the browser's (or Node's) own WebCrypto, which copies what it is given before it answers. */
export const webDigest: Digest = async (text) => {
  if (room.length < 3 * text.length) room = new Uint8Array(3 * text.length);
  const { written } = encoder.encodeInto(text, room);
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', room.subarray(0, written)));
  let hex = '';
  for (const byte of bytes) hex += hexOf[byte];
  return hex;
};
