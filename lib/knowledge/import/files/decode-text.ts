/**
 * Bytes as text, or `null` when they are no text. A byte order mark decides; else UTF-8 when it is valid; else
 * Windows-1252, in which European spreadsheets still save their CSV. A zero byte is never text in the last two.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const told = createEncodingTeller();
  told.take(bytes);
  const encoding = told.end();
  return encoding === null ? null : new TextDecoder(encoding).decode(bytes);
}

/** Tells by the same rules how to read a file that comes in parts and is not held. */
export function createEncodingTeller() {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let marked: 'utf-16le' | 'utf-16be' | null = null;
  let isFirst = true;
  let isUtf8 = true;
  let hasZero = false;
  const read = (part?: Uint8Array) => {
    try {
      strict.decode(part, { stream: part !== undefined });
    } catch (error) {
      // The decoder has no other way to say that the bytes are not UTF-8.
      if (!(error instanceof TypeError)) throw error;
      isUtf8 = false;
    }
  };
  return {
    take(part: Uint8Array): void {
      if (isFirst) marked = markOf(part);
      isFirst = false;
      if (marked !== null) return;
      hasZero ||= part.includes(0);
      for (let at = 0; isUtf8 && at < part.length; at += partBytes) read(part.subarray(at, at + partBytes));
    },
    end(): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | null {
      if (marked !== null) return marked;
      if (isUtf8) read();
      if (hasZero) return null;
      return isUtf8 ? 'utf-8' : 'windows-1252';
    },
  };
}

/** So much is decoded at a time: short texts are thrown away at once, long ones stay until the next large clean-up. */
export const partBytes = 65_536;

function markOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}
