/**
 * Bytes as text, or `null` when they are no text. A byte order mark decides; else UTF-8 when it is valid; else
 * Windows-1252, in which European spreadsheets still save their CSV. A zero byte is never text in the last two.
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return null;
  const utf8 = decodeStrictly(bytes);
  return utf8 ?? new TextDecoder('windows-1252').decode(bytes);
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    // The decoder has no other way to say that the bytes are not UTF-8.
    if (error instanceof TypeError) return null;
    throw error;
  }
}
