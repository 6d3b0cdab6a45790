/**
 * OWASP Password Storage Cheat Sheet, section PBKDF2: 600,000 rounds for PBKDF2-HMAC-SHA256. Each sealed value carries
 * its own count, so that a higher one can be taken for new values while old ones still open.
 */
const iterations = 600_000;
/** NIST SP 800-132, 5.1: at least 128 bits of salt. */
const saltBytes = 16;
/** NIST SP 800-38D, 8.2: 96 bits, random, never used twice under one key; the fresh salt makes a fresh key each time. */
const ivBytes = 12;

/** A value that only its passphrase opens: AES-GCM-256 under a key of PBKDF2-SHA-256. */
export interface Sealed {
  readonly iterations: number;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

export async function seal(value: string, passphrase: string): Promise<Sealed> {
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes));
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const key = await deriveKey(passphrase, salt, iterations, 'encrypt');
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(value));
  return { iterations, salt, iv, bytes };
}

/** `null`: another passphrase, or a damaged value. AES-GCM does not tell the two apart, and neither do we. */
export async function unseal(sealed: Sealed, passphrase: string): Promise<string | null> {
  try {
    const key = await deriveKey(passphrase, sealed.salt, sealed.iterations, 'decrypt');
    const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, key, sealed.bytes);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Whatever it was (tag, length, count of rounds, bytes): the one answer that helps nobody to guess.
    return null;
  }
}

async function deriveKey(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  // The same letters typed on another keyboard may be other code points (NIST SP 800-63B-4, 3.1.1.2).
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    [use],
  );
}
